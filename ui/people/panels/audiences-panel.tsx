import { ActionIcon } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Chip } from '../../parts/chip.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useNow } from '../../parts/use-now.ts';
import styles from '../people.module.css';
import { audienceNamesQuery, type Person } from '../queries.ts';

/** The words of conditions weigh as much as a page; they are loaded when somebody asks why. */
const WhyDialog = lazy(async () => ({ default: (await import('./why-dialog.tsx')).WhyDialog }));

/** The audiences she is in, since when, how she came in, and why. */
export function AudiencesPanel(props: { readonly person: Person; readonly isPast: boolean }): ReactNode {
  const words = useWords().people.person;
  const format = useFormat();
  const now = useNow();
  const { data: names } = useQuery(audienceNamesQuery);
  const [asked, setAsked] = useState<string>();
  const { person, isPast } = props;
  const hows: Readonly<Record<string, string>> = words.hows;
  const memberships = Object.entries(person.audiences);
  const nameOf = (id: string): string => names?.get(id) ?? id;
  return (
    <Panel title={words.audiences} note={<Chip>{memberships.length}</Chip>}>
      {memberships.length === 0 ? (
        <Empty why={words.noAudience} />
      ) : (
        <ul className={styles.list}>
          {memberships.map(([id, { enteredAt, how }]) => (
            <li key={id} className={styles.row}>
              <span className={styles.value}>
                {nameOf(id)}
                <span className="small" title={format.moment(enteredAt)}>
                  <br />
                  {words.enteredAgo(format.ago(enteredAt, now))} · {hows[how] ?? how}
                </span>
              </span>
              {!isPast && (
                <ActionIcon
                  size={24}
                  variant="subtle"
                  aria-label={words.whyIn(nameOf(id))}
                  title={words.whyIn(nameOf(id))}
                  onClick={() => setAsked(id)}
                >
                  <IconHelpCircle size={16} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {asked !== undefined && (
        <Suspense>
          <WhyDialog
            audience={asked}
            name={nameOf(asked)}
            person={person.id}
            onClose={() => setAsked(undefined)}
          />
        </Suspense>
      )}
    </Panel>
  );
}
