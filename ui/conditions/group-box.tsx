import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { AddPart } from './add-part.tsx';
import styles from './conditions.module.css';
import { CountPill } from './count-pill.tsx';
import { type Drag, dropAt, useDrag } from './drag-context.ts';
import { useEditor } from './editor-context.ts';
import { FaultLines } from './fault-lines.tsx';
import { SmallChoice } from './inputs/choice.tsx';
import { LeafRow } from './leaf-row.tsx';
import { edit } from './model/moves.ts';
import type { GroupNode } from './model/tree.ts';
import { PartMenu } from './part-menu.tsx';
import { RemovePart } from './remove-part.tsx';
import { JOINS, type JoinName, joinOf, useJoinName } from './use-join-name.ts';

/** The parts of a group, how they are joined, and what can be added. */
export function GroupBox({ node }: { readonly node: GroupNode }): ReactNode {
  const words = useWords().conditions;
  const joinName = useJoinName();
  const drag = useDrag();
  const { root, faults, isReadOnly } = useEditor();
  const isRoot = node.id === root.id;
  const own = faults.get(node.id) ?? [];
  const label = joinName(node);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and want a legend.
    <div role="group" aria-label={label} className={styles.group} data-root={isRoot || undefined}>
      <div className={styles.groupHead}>
        {!isRoot && <PartMenu node={node} label={label} />}
        {(!isRoot || node.parts.length > 0) && <JoinChoice node={node} />}
        <span className={styles.space} />
        {!isRoot && <CountPill id={node.id} />}
        {!isRoot && <RemovePart id={node.id} label={label} />}
      </div>
      {node.parts.length > 0 && (
        <ul className={styles.parts}>
          {node.parts.map((part, i) => (
            <li
              key={part.id}
              className={styles.part}
              data-drop={markOf(drag, node, i)}
              data-dragged={drag.id === part.id || undefined}
              {...dropAt(drag, node.id, i)}
            >
              {i > 0 && (
                <div className={styles.join} aria-hidden>
                  {node.join === 'all' ? words.and : words.or}
                </div>
              )}
              {part.kind === 'group' ? <GroupBox node={part} /> : <LeafRow node={part} />}
            </li>
          ))}
        </ul>
      )}
      <FaultLines faults={own} />
      {!isReadOnly && (
        <div className={styles.adds} {...dropAt(drag, node.id, node.parts.length, true)}>
          <AddPart group={node} />
        </div>
      )}
    </div>
  );
}

function JoinChoice({ node }: { readonly node: GroupNode }): ReactNode {
  const words = useWords().conditions;
  const { act } = useEditor();
  const choose = (name: JoinName): void =>
    act((root) =>
      edit(root, node.id, {
        join: name === 'all' || name === 'notAll' ? 'all' : 'any',
        nots: name === 'notAll' || name === 'notAny' ? 1 : 0,
      }),
    );
  return (
    <SmallChoice
      label={words.groupJoin}
      value={joinOf(node)}
      choices={JOINS.map((value) => ({ value, label: words.joins[value] }))}
      isStrong
      onChange={(value) => choose(value as JoinName)}
    />
  );
}

/** On which side of a part what is dragged would be dropped. */
function markOf({ id, over }: Drag, group: GroupNode, i: number): 'before' | 'after' | undefined {
  if (id === undefined || over?.group !== group.id) return undefined;
  if (over.at === i) return 'before';
  return over.at === i + 1 && i === group.parts.length - 1 ? 'after' : undefined;
}
