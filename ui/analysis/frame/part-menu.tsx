import { ActionIcon, CopyButton, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCalendar,
  IconCopy,
  IconDots,
  IconDownload,
  IconPhoto,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactNode, type RefObject, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { lookOf, type Panel, type Part } from '../document.ts';
import { addPart, changePart, movePart, type Place, removePart, shiftPart } from '../edit.ts';
import type { AnyPartKind, Reading } from '../part-kind.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { partTitle } from './part-name.ts';
import { PartRange } from './part-range.tsx';
import type { Drawn } from './use-answer.ts';
import { useExport } from './use-export.ts';

const WIDTHS = [3, 4, 6, 8, 9, 12] as const;

/** What can be done with a part: everything that dragging does, and export. */
export function PartMenu(props: {
  readonly place: Place;
  readonly panel: Panel;
  readonly part: Part;
  readonly kind?: AnyPartKind;
  readonly drawn?: Drawn | undefined;
  readonly card: RefObject<HTMLElement | null>;
  readonly reading?: Reading;
}): ReactNode {
  const words = useWords().analysis;
  const workbench = useWorkbench();
  const { workspace, isFixed, change, newId } = workbench;
  const { place, panel, part, kind, drawn, reading } = props;
  const exported = useExport();
  const title = kind && reading ? partTitle(part, kind, reading) : words.text.title;
  const at = panel.parts.findIndex(({ id }) => id === part.id);
  const others = workspace.panels.filter(({ id }) => id !== panel.id);
  const width = lookOf(part).width ?? kind?.width ?? 12;
  const [isDating, setDating] = useState(false);
  return (
    <>
      {isDating && 'question' in part && (
        <PartRange place={place} panel={panel} part={part} title={title} onClose={() => setDating(false)} />
      )}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={words.partMenu(title)} data-export="no">
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!isFixed && (
            <>
              {'question' in part && (
                <Menu.Item
                  leftSection={<IconCalendar size={14} aria-hidden />}
                  onClick={() => setDating(true)}
                >
                  {words.ownRange}
                </Menu.Item>
              )}
              <Menu.Item
                leftSection={<IconCopy size={14} aria-hidden />}
                onClick={() => change(addPart(panel.id, { ...part, id: newId() }, panel.parts[at + 1]?.id))}
              >
                {words.duplicate}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowUp size={14} aria-hidden />}
                disabled={at === 0}
                onClick={() => change(shiftPart(place, -1))}
              >
                {words.moveBack}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowDown size={14} aria-hidden />}
                disabled={at === panel.parts.length - 1}
                onClick={() => change(shiftPart(place, 1))}
              >
                {words.moveOn}
              </Menu.Item>
              {others.length > 0 && (
                <Menu.Sub>
                  <Menu.Sub.Target>
                    <Menu.Sub.Item>{words.moveTo}</Menu.Sub.Item>
                  </Menu.Sub.Target>
                  <Menu.Sub.Dropdown>
                    {others.map((other, i) => (
                      <Menu.Item key={other.id} onClick={() => change(movePart(place, other.id))}>
                        {other.title ?? words.panel(i + 1)}
                      </Menu.Item>
                    ))}
                  </Menu.Sub.Dropdown>
                </Menu.Sub>
              )}
              <Menu.Sub>
                <Menu.Sub.Target>
                  <Menu.Sub.Item>{words.size}</Menu.Sub.Item>
                </Menu.Sub.Target>
                <Menu.Sub.Dropdown>
                  {WIDTHS.map((each) => (
                    <Menu.Item
                      key={each}
                      aria-current={each === width}
                      fw={each === width ? 600 : 400}
                      onClick={() =>
                        change(
                          changePart(place, (found) => ({ ...found, look: { ...found.look, width: each } })),
                        )
                      }
                    >
                      {words.widths(each)}
                    </Menu.Item>
                  ))}
                </Menu.Sub.Dropdown>
              </Menu.Sub>
              <Menu.Divider />
            </>
          )}
          {workbench.id && (
            <CopyButton value={linkTo(workbench.id, place)}>
              {({ copy }) => <Menu.Item onClick={copy}>{words.copyLink}</Menu.Item>}
            </CopyButton>
          )}
          {kind && reading && drawn && (
            <Menu.Item
              leftSection={<IconDownload size={14} aria-hidden />}
              disabled={!kind.csv && (kind.question !== 'table' || workbench.id === undefined)}
              onClick={() => void exported.csv(title, kind, reading, drawn)}
            >
              {words.csv}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconPhoto size={14} aria-hidden />}
            onClick={() => void exported.png(title, props.card.current)}
          >
            {words.png}
          </Menu.Item>
          {!isFixed && (
            <>
              <Menu.Divider />
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={14} aria-hidden />}
                onClick={() => change(removePart(place))}
              >
                {words.remove}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

/** The address of a part: the workspace with the part chosen. */
function linkTo(workspace: string, { panel, part }: Place): string {
  return `${window.location.origin}/analysis/${workspace}?part=${encodeURIComponent(`${panel}/${part}`)}`;
}
