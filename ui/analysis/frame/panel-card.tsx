import { ActionIcon, Button, Menu, Title } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useId } from 'react';
import { useWords } from '../../language/speech.tsx';
import { isQuestion, lookOf, type Panel, type Part } from '../document.ts';
import { addPart, changePanel, removePanel, shiftPanel } from '../edit.ts';
import { kindOf, PART_KINDS } from '../part-kinds.ts';
import { TextCard } from '../parts/text/text-card.tsx';
import { useWorkbench } from '../workspace/workbench.ts';
import styles from './panel-card.module.css';
import { PartCard } from './part-card.tsx';
import { Renamed } from './renamed.tsx';

const FULL = 12;

/** A panel: its name, what it is about, and its parts on a grid of twelve columns. */
export function PanelCard({ panel, index }: { readonly panel: Panel; readonly index: number }): ReactNode {
  const words = useWords().analysis;
  const { change, isFixed, workspace } = useWorkbench();
  const id = useId();
  const name = panel.title ?? words.panel(index + 1);
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <Title order={2} id={id} className="ellipsis">
          <Renamed
            name={name}
            isFixed={isFixed}
            onName={(title) =>
              change(
                changePanel(panel.id, ({ title: _, ...rest }) => (title === '' ? rest : { ...rest, title })),
              )
            }
          />
        </Title>
        {!isFixed && (
          <div className={styles.tools}>
            <AddPart panel={panel} />
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" aria-label={words.panelMenu(name)}>
                  <IconDots size={16} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item disabled={index === 0} onClick={() => change(shiftPanel(panel.id, -1))}>
                  {words.moveUp}
                </Menu.Item>
                <Menu.Item
                  disabled={index === workspace.panels.length - 1}
                  onClick={() => change(shiftPanel(panel.id, 1))}
                >
                  {words.moveDown}
                </Menu.Item>
                <Menu.Divider />
                <Menu.Item color="red" onClick={() => change(removePanel(panel.id))}>
                  {words.removePanel}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </div>
        )}
      </header>
      <div className={styles.grid}>
        {panel.parts.map((part) => (
          <div key={part.id} className={styles.cell} style={{ '--columns': widthOf(part) } as CSSProperties}>
            {isQuestion(part) ? (
              <PartCard panel={panel} part={part} />
            ) : (
              <TextCard panel={panel} part={part} />
            )}
          </div>
        ))}
        {panel.parts.length === 0 && <p className={styles.empty}>{words.emptyPanel}</p>}
      </div>
    </section>
  );
}

/** The menu that adds a part: every kind there is, and words. */
function AddPart({ panel }: { readonly panel: Panel }): ReactNode {
  const words = useWords();
  const { change, newId } = useWorkbench();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
          {words.analysis.addPart}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PART_KINDS.map((kind) => (
          <Menu.Item
            key={kind.id}
            leftSection={<kind.icon size={16} aria-hidden />}
            onClick={() => change(addPart(panel.id, newPart(kind.id, newId())))}
          >
            {kind.title(words)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => change(addPart(panel.id, { id: newId(), text: '' }))}>
          {words.analysis.text.title}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function newPart(view: string, id: string): Part {
  const kind = PART_KINDS.find((each) => each.id === view)!;
  return {
    id,
    question: kind.question,
    view: kind.id,
    query: kind.newQuery({}),
    look: { width: kind.width },
  };
}

function widthOf(part: Part): number {
  return lookOf(part).width ?? (isQuestion(part) ? (kindOf(part)?.width ?? FULL) : FULL);
}
