import { ActionIcon, CopyButton } from '@mantine/core';
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
import { Menu, MenuBranch, MenuDivider, MenuItem } from '../../parts/menu.tsx';
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
      <Menu
        width={240}
        target={
          <ActionIcon variant="subtle" color="gray" aria-label={words.partMenu(title)} data-export="no">
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        }
      >
        {!isFixed && (
          <>
            {'question' in part && (
              <MenuItem leftSection={<IconCalendar size={14} aria-hidden />} onClick={() => setDating(true)}>
                {words.ownRange}
              </MenuItem>
            )}
            <MenuItem
              leftSection={<IconCopy size={14} aria-hidden />}
              onClick={() => change(addPart(panel.id, { ...part, id: newId() }, panel.parts[at + 1]?.id))}
            >
              {words.duplicate}
            </MenuItem>
            <MenuItem
              leftSection={<IconArrowUp size={14} aria-hidden />}
              disabled={at === 0}
              onClick={() => change(shiftPart(place, -1))}
            >
              {words.moveBack}
            </MenuItem>
            <MenuItem
              leftSection={<IconArrowDown size={14} aria-hidden />}
              disabled={at === panel.parts.length - 1}
              onClick={() => change(shiftPart(place, 1))}
            >
              {words.moveOn}
            </MenuItem>
            {others.length > 0 && (
              <MenuBranch label={words.moveTo}>
                {others.map((other, i) => (
                  <MenuItem key={other.id} onClick={() => change(movePart(place, other.id))}>
                    {other.title ?? words.panel(i + 1)}
                  </MenuItem>
                ))}
              </MenuBranch>
            )}
            <MenuBranch label={words.size}>
              {WIDTHS.map((each) => (
                <MenuItem
                  key={each}
                  aria-current={each === width}
                  fw={each === width ? 600 : 400}
                  onClick={() =>
                    change(changePart(place, (found) => ({ ...found, look: { ...found.look, width: each } })))
                  }
                >
                  {words.widths(each)}
                </MenuItem>
              ))}
            </MenuBranch>
            <MenuDivider />
          </>
        )}
        {workbench.id && (
          <CopyButton value={linkTo(workbench.id, place)}>
            {({ copy }) => <MenuItem onClick={copy}>{words.copyLink}</MenuItem>}
          </CopyButton>
        )}
        {kind && reading && drawn && (
          <MenuItem
            leftSection={<IconDownload size={14} aria-hidden />}
            disabled={!kind.csv && (kind.question !== 'table' || workbench.id === undefined)}
            onClick={() => void exported.csv(title, kind, reading, drawn)}
          >
            {words.csv}
          </MenuItem>
        )}
        <MenuItem
          leftSection={<IconPhoto size={14} aria-hidden />}
          onClick={() => void exported.png(title, props.card.current)}
        >
          {words.png}
        </MenuItem>
        {!isFixed && (
          <>
            <MenuDivider />
            <MenuItem
              color="red"
              leftSection={<IconTrash size={14} aria-hidden />}
              onClick={() => change(removePart(place))}
            >
              {words.remove}
            </MenuItem>
          </>
        )}
      </Menu>
    </>
  );
}

/** The address of a part: the workspace with the part chosen. */
function linkTo(workspace: string, { panel, part }: Place): string {
  return `${window.location.origin}/analysis/${workspace}?part=${encodeURIComponent(`${panel}/${part}`)}`;
}
