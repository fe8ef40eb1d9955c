import { Menu, Portal } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useLayoutEffect, useState } from 'react';
import { useMay } from '../../access/use-me.ts';
import { useWords } from '../../language/speech.tsx';
import type { Filter } from '../api-types.ts';
import type { OwnScope } from '../document.ts';
import { changePanel, changePart, type Place } from '../edit.ts';
import type { Drawn } from '../frame/use-answer.ts';
import { queryWith } from '../inherit.ts';
import type { AnyPartKind, Opened } from '../part-kind.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { BreakDown } from './break-down.tsx';
import type { NumberPlace } from './number-queries.ts';

const PeopleSheet = lazy(async () => ({ default: (await import('./people-sheet.tsx')).PeopleSheet }));
const EventsSheet = lazy(async () => ({ default: (await import('./events-sheet.tsx')).EventsSheet }));
const AudienceDialog = lazy(async () => ({
  default: (await import('./audience-dialog.tsx')).AudienceDialog,
}));

/** What is shown of the number, after the menu has closed. */
type Shown = 'menu' | 'people' | 'events' | 'audience';

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
  const may = useMay();
  const [shown, setShown] = useState<Shown>('menu');
  const behind = placeOf(props);
  const name = `${opened.name}: ${opened.value}`;
  if (shown !== 'menu' && behind)
    return (
      <Suspense>
        {shown === 'people' && <PeopleSheet place={behind} title={name} onClose={onClose} />}
        {shown === 'events' && <EventsSheet place={behind} title={name} onClose={onClose} />}
        {shown === 'audience' && <AudienceDialog place={behind} name={opened.name} onClose={onClose} />}
      </Suspense>
    );
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
      <Menu opened onClose={onClose} closeOnItemClick={false} position="bottom-start" width={260} returnFocus>
        <Menu.Target>
          <span style={{ position: 'absolute', ...at }} aria-hidden="true" />
        </Menu.Target>
        <Menu.Dropdown aria-label={words.menu}>
          <Menu.Label>{name}</Menu.Label>
          {behind && may('people.read') && (
            <>
              <Menu.Item onClick={() => setShown('people')}>{words.people}</Menu.Item>
              {!opened.isWithoutEvents && (
                <Menu.Item onClick={() => setShown('events')}>{words.events}</Menu.Item>
              )}
            </>
          )}
          {behind && may('audiences.write') && (
            <Menu.Item onClick={() => setShown('audience')}>{words.makeAudience}</Menu.Item>
          )}
          {filter && !isFixed && <Menu.Divider />}
          {filter && !isFixed && <FilterItems filter={filter} add={add} />}
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
    const look = (): void => {
      const { left, top, width, height } = anchor.getBoundingClientRect();
      setAt({ left: left + window.scrollX, top: top + window.scrollY, width, height });
    };
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, [anchor]);
  return at;
}

/** Keeps to the rows of the number, in the part or the panel, or leaves them out. */
function FilterItems({
  filter,
  add,
}: {
  readonly filter: NonNullable<Opened['filter']>;
  readonly add: (wanted: Filter, where: 'part' | 'panel') => void;
}): ReactNode {
  const words = useWords().analysis.number;
  return (
    <>
      {filter.value !== '' && (
        <>
          <Menu.Item onClick={() => add({ dimension: filter.dimension, text: { is: filter.value } }, 'part')}>
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
  );
}

/** How the server names the number, if there is somebody behind it. */
function placeOf({ opened, kind, drawn }: Parameters<typeof NumberMenu>[0]): NumberPlace | undefined {
  if (!opened.cell) return undefined;
  const { id, query } = opened.question ?? { id: kind.question, query: drawn.query };
  return { question: id, query: queryWith(query, drawn.asked), cell: opened.cell };
}
