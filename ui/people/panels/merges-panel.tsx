import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Panel } from '../../parts/panel.tsx';
import { UnmergeDialog } from '../joining/unmerge-dialog.tsx';
import styles from '../people.module.css';
import type { Person } from '../queries.ts';

/** Who was merged into her, why and when, and the way back. */
export function MergesPanel(props: { readonly person: Person; readonly isFixed: boolean }): ReactNode {
  const words = useWords().people;
  const format = useFormat();
  const [undone, setUndone] = useState<number>();
  const whys: Readonly<Record<string, string>> = words.person.whys;
  return (
    <Panel title={words.person.merges}>
      <ul className={styles.list}>
        {props.person.merges.map(({ from, time, why }) => (
          <li key={from} className={styles.line}>
            <span className={styles.value}>
              {words.person.mergedOn(String(from), format.moment(time))}
              <span className="small">
                <br />
                {whys[why] ?? why}
              </span>
            </span>
            {!props.isFixed && (
              <Button size="compact-xs" variant="default" onClick={() => setUndone(from)}>
                {words.person.undo}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {undone !== undefined && (
        <UnmergeDialog
          person={props.person}
          part={{ absorbed: undone }}
          title={words.joining.unmergeTitle}
          onClose={() => setUndone(undefined)}
        />
      )}
    </Panel>
  );
}
