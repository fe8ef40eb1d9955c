import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import { type Purpose, usePurposes } from '../../privacy/use-purposes.ts';
import { consentChannelText } from '../consent-text.ts';
import styles from '../people.module.css';
import type { Person } from '../queries.ts';

type Statement = Person['consents'][string];

/** What she allowed and forbade, by purpose and channel, with when and where she said so; and what counts where she said nothing. */
export function ConsentsPanel({ person }: { readonly person: Person }): ReactNode {
  const words = useWords().people;
  const purposes = usePurposes();
  const said = byPurpose(person.consents);
  const listed = purposes.listed.filter(({ key, state }) => state === 'active' || said.has(key));
  const others = [...said.keys()].filter((key) => !purposes.find(key));
  return (
    <Panel title={words.person.consents}>
      <div>
        {listed.map((purpose) => (
          <section key={purpose.key} className={styles.purpose}>
            <div className={styles.row}>
              <h3 title={purposes.description(purpose.key)}>{purposes.name(purpose.key)}</h3>
              {purpose.state === 'retired' && <Chip>{words.person.retired}</Chip>}
            </div>
            <Statements said={said.get(purpose.key)} />
            <Unsaid purpose={purpose} said={said.get(purpose.key)} />
          </section>
        ))}
        {others.map((key) => (
          <section key={key} className={styles.purpose}>
            <div className={styles.row}>
              <h3>{key}</h3>
              <Chip tone="warn" title={words.person.unlistedWhy}>
                {words.person.unlisted}
              </Chip>
            </div>
            <Statements said={said.get(key)} />
          </section>
        ))}
      </div>
    </Panel>
  );
}

function Statements({ said }: { readonly said: ReadonlyMap<string, Statement> | undefined }): ReactNode {
  const words = useWords().people;
  const format = useFormat();
  const now = useNow();
  if (!said) return null;
  const rows = [...said].map(([channel, [state, time, source]]) => (
    <li key={channel} className={styles.row}>
      <span>
        {consentChannelText(channel, words)}{' '}
        <span className="small">{words.person.said(source, format.ago(time, now))}</span>
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
  ));
  return <ul className={styles.plain}>{rows}</ul>;
}

/** The channels of which she said nothing, and what counts there. */
function Unsaid(props: {
  readonly purpose: Purpose;
  readonly said: ReadonlyMap<string, Statement> | undefined;
}): ReactNode {
  const words = useWords().people;
  const { purpose, said } = props;
  if (purpose.state === 'retired' || said?.has('any')) return null;
  const channels = purpose.channels.filter((channel) => !said?.has(channel));
  if (channels.length === 0) return null;
  const names = channels.map((channel) => consentChannelText(channel, words));
  return <div className="small">{words.person.unsaid(names.join(', '), purpose.unsaid === 'in')}</div>;
}

function byPurpose(consents: Person['consents']): Map<string, Map<string, Statement>> {
  const found = new Map<string, Map<string, Statement>>();
  for (const [key, statement] of Object.entries(consents)) {
    const [channel = '', purpose = ''] = key.split('/');
    found.set(purpose, (found.get(purpose) ?? new Map<string, Statement>()).set(channel, statement));
  }
  return found;
}
