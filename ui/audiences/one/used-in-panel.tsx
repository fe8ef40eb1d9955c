import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { audienceNamesQuery } from '../../people/queries.ts';
import styles from '../audiences.module.css';
import { DependantLink } from '../dependant-link.tsx';

/** What is live and builds on an audience. */
export function UsedInPanel({ keys }: { readonly keys: readonly string[] }): ReactNode {
  const words = useWords().audiences;
  const { data: names } = useQuery(audienceNamesQuery);
  return (
    <Panel title={words.columns.usedIn} note={<Chip>{keys.length}</Chip>}>
      {keys.length === 0 ? (
        <Empty why={words.notUsed} />
      ) : (
        <ul className={styles.list}>
          {keys.map((key) => (
            <li key={key}>
              <DependantLink definition={key} names={names} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
