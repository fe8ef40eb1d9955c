import { Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Empty } from '../parts/empty.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { When } from '../parts/when.tsx';
import { matchText } from './match-text.ts';
import styles from './people.module.css';
import { type FoundPerson, peopleSearch } from './queries.ts';
import { revenueText } from './revenue-text.ts';

const TYPED_MIN = 2;
const RESULTS_MAX = 50;
const PAUSE_MS = 200;

/** Finds people by any identity or name, and says why each was found. */
export function PeoplePage(): ReactNode {
  const words = useWords().people;
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const isLongEnough = text.length >= TYPED_MIN;
  const query = useQuery({ ...peopleSearch(text, RESULTS_MAX), enabled: isLongEnough });
  const navigate = useNavigate();
  const router = useRouter();
  const isTyping = typed !== '';
  // The code of the page of a person comes while her number is typed.
  useEffect(() => {
    if (isTyping) void router.preloadRoute({ to: '/people/$id', params: { id: '0' } });
  }, [isTyping, router]);
  const [isWanted, setWanted] = useState(false);
  const isAnswered = text === typed.trim() && !query.isPlaceholderData;
  const only = isAnswered && query.data?.length === 1 ? query.data[0]?.id : undefined;
  // Whoever types a number and Enter is on the telephone: the one person that has it opens as soon as she is found.
  useEffect(() => {
    if (isWanted && only !== undefined) void navigate({ to: '/people/$id', params: { id: String(only) } });
  }, [isWanted, only, navigate]);
  return (
    <Page title={words.title}>
      <Panel title={words.search}>
        <TextInput
          aria-label={words.search}
          description={words.searchHint}
          size="md"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setWanted(false);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) setWanted(true);
          }}
          leftSection={<IconSearch size={18} aria-hidden />}
          autoComplete="off"
          autoFocus
          maw={640}
        />
        <div aria-live="polite" style={{ marginTop: 12 }}>
          {isLongEnough && (
            <Loaded
              query={query}
              isEmpty={(people) => people.length === 0}
              empty={<Empty why={words.noResult(text)} />}
            >
              {(people) => <Results people={people} />}
            </Loaded>
          )}
        </div>
      </Panel>
    </Page>
  );
}

function Results({ people }: { readonly people: readonly FoundPerson[] }): ReactNode {
  const words = useWords().people;
  const format = useFormat();
  return (
    <>
      <Text size="sm" c="dimmed" mb={4}>
        {words.results(people.length)}
      </Text>
      <PlainTable
        highlightOnHover
        heads={[
          words.name,
          words.why,
          { text: words.contact, className: styles.optional },
          { text: words.orders, className: 'number' },
          { text: words.revenue, className: 'number' },
          { text: words.lastSeen, className: styles.optional },
        ]}
      >
        {people.map((person) => (
          <tr key={person.id}>
            <td className={styles.value}>
              <Link to="/people/$id" params={{ id: String(person.id) }}>
                {person.name ?? person.email ?? words.stranger}
              </Link>
            </td>
            <td className={styles.value}>{matchText(person, words)}</td>
            <td className={`${styles.value} ${styles.optional}`}>{person.email ?? person.phone ?? '—'}</td>
            <td className="number">{format.number(person.orderCount)}</td>
            <td className="number">{revenueText(person.revenue, format)}</td>
            <td className={styles.optional}>
              {person.lastSeen === null ? '—' : <When time={person.lastSeen} />}
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  );
}
