import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { settingsQuery } from '../../settings/queries.ts';
import { namespaceText } from '../match-text.ts';
import styles from '../people.module.css';
import { isDevice } from '../person-facts.ts';
import type { Person } from '../queries.ts';

/** The devices she uses, newest first. */
export function DevicesPanel({ person }: { readonly person: Person }): ReactNode {
  const words = useWords().people;
  const format = useFormat();
  const now = useNow();
  const { data: settings } = useQuery(settingsQuery);
  const devices = person.identities
    .filter(({ namespace }) => isDevice(namespace, settings?.namespaces ?? []))
    .sort((a, b) => b.last - a.last);
  return (
    <Panel title={words.person.devices} note={<Chip>{words.person.sessions(person.sessions.count)}</Chip>}>
      {devices.length === 0 ? (
        <Empty why={words.person.noDevices} />
      ) : (
        <ul className={styles.list}>
          {devices.map(({ namespace, value, last }) => (
            <li key={`${namespace}:${value}`}>
              <div className="small">
                {namespaceText(namespace, words)} · {words.person.lastUsed(format.ago(last, now))}
              </div>
              <div className={`${styles.value} mono`}>{value}</div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
