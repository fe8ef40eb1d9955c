import { ActionIcon, Button, Title } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { type DragEvent, lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Menu, MenuDivider, MenuItem } from '../../parts/menu.tsx';
import type { Panel } from '../document.ts';
import { addPart, changePanel, movePart, removePanel, shiftPanel } from '../edit.ts';
import type { ComponentKind } from '../model/component.ts';
import { carriedPart, isPartCarried } from '../model/drag-part.ts';
import { useDrop } from '../model/use-drop.ts';
import { newPart, PART_KINDS } from '../part-kinds.ts';
import { useWorkbench } from '../workspace/workbench.ts';
import { Cell } from './cell.tsx';
import { onPanel } from './drop-on-part.ts';
import styles from './panel-card.module.css';
import { PanelScope } from './panel-scope.tsx';
import { Renamed } from './renamed.tsx';

const RangeDialog = lazy(async () => ({ default: (await import('../range/range-dialog.tsx')).RangeDialog }));
const DROPPED: readonly ComponentKind[] = ['dimension', 'value', 'metric', 'segment', 'range'];

/** A panel: its name, what it is about, and its parts on a grid of twelve columns. */
export function PanelCard({ panel, index }: { readonly panel: Panel; readonly index: number }): ReactNode {
  const words = useWords().analysis;
  const { change, isFixed } = useWorkbench();
  const id = useId();
  const name = panel.title ?? words.panel(index + 1);
  const onChange = (next: (panel: Panel) => Panel): void => change(changePanel(panel.id, next));
  return (
    <article className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <Title order={2} id={id} className="ellipsis">
          <Renamed
            name={name}
            isFixed={isFixed}
            onName={(title) =>
              onChange(({ title: _, ...rest }) => (title === '' ? rest : { ...rest, title }))
            }
          />
        </Title>
        <div className={styles.scope}>
          <PanelScope scope={panel} hasRange isFixed={isFixed} onChange={onChange} />
        </div>
        {!isFixed && (
          <div className={styles.tools}>
            <AddPart panel={panel} />
            <PanelMenu panel={panel} index={index} name={name} />
          </div>
        )}
      </header>
      <Grid panel={panel} />
    </article>
  );
}

/** The parts. A component dropped between them makes a table, a segment or range is of the panel; a part goes to the end. */
function Grid({ panel }: { readonly panel: Panel }): ReactNode {
  const words = useWords().analysis;
  const { change, isFixed, newId } = useWorkbench();
  const { isOver, props: drop } = useDrop(isFixed ? [] : DROPPED, (component) =>
    change(onPanel(panel.id, component, newId)),
  );
  const takePart = (event: DragEvent): void => {
    const moved = carriedPart(event.dataTransfer);
    if (!moved) return;
    event.preventDefault();
    change(movePart(moved, panel.id));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here can be added by the menu of the panel as well.
    <div
      className={styles.grid}
      data-over={isOver}
      {...drop}
      onDragOver={(event) => {
        if (!isFixed && isPartCarried(event.dataTransfer)) event.preventDefault();
        else drop.onDragOver(event);
      }}
      onDrop={(event) => (isPartCarried(event.dataTransfer) ? takePart(event) : drop.onDrop(event))}
    >
      {panel.parts.map((part) => (
        <Cell key={part.id} panel={panel} part={part} />
      ))}
      {panel.parts.length === 0 && <p className={styles.empty}>{words.emptyPanel}</p>}
    </div>
  );
}

function PanelMenu(props: {
  readonly panel: Panel;
  readonly index: number;
  readonly name: string;
}): ReactNode {
  const words = useWords().analysis;
  const { change, workspace } = useWorkbench();
  const [isChoosing, setChoosing] = useState(false);
  const { panel, index, name } = props;
  return (
    <>
      <Menu
        target={
          <ActionIcon variant="subtle" color="gray" aria-label={words.panelMenu(name)}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        }
      >
        <MenuItem onClick={() => setChoosing(true)}>{words.ownRange}</MenuItem>
        <MenuDivider />
        <MenuItem disabled={index === 0} onClick={() => change(shiftPanel(panel.id, -1))}>
          {words.moveUp}
        </MenuItem>
        <MenuItem
          disabled={index === workspace.panels.length - 1}
          onClick={() => change(shiftPanel(panel.id, 1))}
        >
          {words.moveDown}
        </MenuItem>
        <MenuDivider />
        <MenuItem color="red" onClick={() => change(removePanel(panel.id))}>
          {words.removePanel}
        </MenuItem>
      </Menu>
      {isChoosing && (
        <Suspense>
          <RangeDialog
            range={panel.range ?? workspace.range}
            compare={panel.compare ?? workspace.compare}
            onChange={(range, compare) =>
              change(
                changePanel(panel.id, ({ compare: _, ...rest }) => ({
                  ...rest,
                  range,
                  ...(compare ? { compare } : {}),
                })),
              )
            }
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The menu that adds a part: every kind there is, and words. */
function AddPart({ panel }: { readonly panel: Panel }): ReactNode {
  const words = useWords();
  const { change, newId } = useWorkbench();
  return (
    <Menu
      width={220}
      maxHeight={460}
      target={
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
          {words.analysis.addPart}
        </Button>
      }
    >
      {PART_KINDS.map((kind) => (
        <MenuItem
          key={kind.id}
          leftSection={<kind.icon size={16} aria-hidden />}
          onClick={() => change(addPart(panel.id, newPart(kind.id, newId())))}
        >
          {kind.title(words)}
        </MenuItem>
      ))}
      <MenuDivider />
      <MenuItem onClick={() => change(addPart(panel.id, { id: newId(), text: '' }))}>
        {words.analysis.text.title}
      </MenuItem>
    </Menu>
  );
}
