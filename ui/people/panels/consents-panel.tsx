import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { consentChannelText, purposeText } from '../consent-text.ts';
import styles from '../people.module.css';
import type { Person } from '../queries.ts';

/** What she allowed and forbade, by channel and purpose, with when and where she said so. */
export function ConsentsPanel({ person }: { readonly person: Person }): ReactNode {
  const words = useWords().people;
  const format = useFormat();
  const now = useNow();
  const consents = Object.entries(person.consents);
  return (
    <Panel title={words.person.consents}>
      {consents.length === 0 ? (
        <Empty why={words.person.noConsent} />
      ) : (
        <ul className={styles.list}>
          {consents.map(([key, [state, time, source]]) => {
            const [channel = '', purpose = ''] = key.split('/');
            return (
              <li key={key} className={styles.row}>
                <span>
                  {consentChannelText(channel, words)} · {purposeText(purpose, words)}
                  <span className="small">
                    <br />
                    {words.person.said(source, format.ago(time, now))}
                  </span>
                </span>
                {state === 'in' ? (
                  <Chip tone="good">
                    <IconCheck size={12} aria-hidden /> {words.person.given}
                  </Chip>
                ) : (
                  <Chip tone="bad">
                    <IconX size={12} aria-hidden /> {words.person.withdrawn}
                  </Chip>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
