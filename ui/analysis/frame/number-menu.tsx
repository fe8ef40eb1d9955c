import { Menu, Portal } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Filter } from '../api-types.ts';
import type { OwnScope } from '../document.ts';
import { changePanel, changePart, type Place } from '../edit.ts';
import type { AnyPartKind, Opened } from '../part-kind.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { BreakDown } from './break-down.tsx';
import type { Drawn } from './use-answer.ts';

/** What can be done with a number: keep to it, leave it out, break it down, see who and what is behind it. */
export function NumberMenu(props: {
  readonly opened: Opened;
  readonly anchor: Element;
  readonly place: Place;
  readonly kind: AnyPartKind;
  readonly drawn: Drawn;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().analysis.number;
  const { isFixed, change } = useWorkbench();
  const { opened, place, onClose } = props;
  const at = useEdge(props.anchor);
  const { filter } = opened;
  const add = (wanted: Filter, where: 'part' | 'panel'): void => {
    onClose();
    change(
      where === 'panel'
        ? changePanel(place.panel, (panel) => ({ ...panel, filters: [...(panel.filters ?? []), wanted] }))
        : changePart(place, (part) => {
            if (!('query' in part)) return part;
            const own = part.query as OwnScope;
            return { ...part, query: { ...own, filters: [...(own.filters ?? []), wanted] } };
          }),
    );
  };
  return (
    <Portal>
      <Menu opened onClose={onClose} position="bottom-start" width={260} returnFocus withinPortal={false}>
        <Menu.Target>
          <span style={{ position: 'absolute', ...at }} aria-hidden="true" />
        </Menu.Target>
        <Menu.Dropdown aria-label={words.menu}>
          <Menu.Label>
            {opened.name}: {opened.value}
          </Menu.Label>
          {filter && !isFixed && (
            <>
              {filter.value !== '' && (
                <>
                  <Menu.Item
                    onClick={() => add({ dimension: filter.dimension, text: { is: filter.value } }, 'part')}
                  >
                    {words.keep}
                  </Menu.Item>
                  <Menu.Item
                    onClick={() => add({ dimension: filter.dimension, text: { is: filter.value } }, 'panel')}
                  >
                    {words.keepInPanel}
                  </Menu.Item>
                </>
              )}
              <Menu.Item
                onClick={() =>
                  add(
                    {
                      dimension: filter.dimension,
                      text: filter.value === '' ? { like: '?*' } : { isNot: filter.value },
                    },
                    'part',
                  )
                }
              >
                {words.exclude}
              </Menu.Item>
            </>
          )}
          {opened.onBreakDown && !isFixed && (
            <BreakDown
              label={words.breakDown}
              onPick={(dimension) => {
                onClose();
                opened.onBreakDown?.(dimension);
              }}
            />
          )}
          {opened.more && opened.more.length > 0 && (
            <>
              <Menu.Divider />
              {opened.more.map(({ label, onClick }) => (
                <Menu.Item
                  key={label}
                  onClick={() => {
                    onClose();
                    onClick();
                  }}
                >
                  {label}
                </Menu.Item>
              ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </Portal>
  );
}

/** The lower edge of an element on the page. */
function useEdge(anchor: Element): { left: number; top: number; width: number; height: number } {
  const [at, setAt] = useState({ left: 0, top: 0, width: 0, height: 0 });
  useLayoutEffect(() => {
    const { left, top, width, height } = anchor.getBoundingClientRect();
    setAt({ left: left + window.scrollX, top: top + window.scrollY, width, height });
  }, [anchor]);
  return at;
}
