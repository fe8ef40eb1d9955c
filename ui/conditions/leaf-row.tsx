import { type ReactNode, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import styles from './conditions.module.css';
import { CountPill } from './count-pill.tsx';
import { FaultsContext, useEditor } from './editor-context.ts';
import { FaultLines } from './fault-lines.tsx';
import { isUnfinished } from './model/finished.ts';
import { edit } from './model/moves.ts';
import { documentOf, isNegated, type LeafNode } from './model/tree.ts';
import { PartMenu } from './part-menu.tsx';
import { PartControl, saysNot } from './parts/part-control.tsx';
import { RemovePart } from './remove-part.tsx';

const NO_FAULTS: readonly never[] = [];

/** One part with its controls, its number of people, what is wrong with it, and its handle. */
export function LeafRow({ node }: { readonly node: LeafNode }): ReactNode {
  const words = useWords().conditions;
  const { act, faults, say, isReadOnly } = useEditor();
  const [asJson, setAsJson] = useState(false);
  const own = faults.get(node.id) ?? NO_FAULTS;
  const label = say(documentOf(node));
  const isNot = isNegated(node);
  const setNot = (next: boolean): void =>
    act((root) => edit(root, node.id, { nots: next === isNot ? node.nots : next ? 1 : 0 }));
  return (
    <FaultsContext value={own}>
      <div className={styles.leaf} data-unfinished={isUnfinished(node.part) || undefined}>
        <PartMenu node={node} label={label} asJson={asJson} onJson={setAsJson} />
        <div className={styles.controls}>
          {isNot && !saysNot(node.part, asJson) && (
            <button
              type="button"
              className={styles.not}
              title={words.notTitle}
              disabled={isReadOnly}
              onClick={() => setNot(false)}
            >
              {words.not}
            </button>
          )}
          <PartControl
            part={node.part}
            isNot={isNot}
            asJson={asJson}
            onNot={setNot}
            onChange={(part) => act((root) => edit(root, node.id, { part }))}
          />
          <FaultLines faults={own} />
        </div>
        <CountPill id={node.id} />
        <RemovePart id={node.id} label={label} />
      </div>
    </FaultsContext>
  );
}
