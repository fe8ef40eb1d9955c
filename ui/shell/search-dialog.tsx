import '@mantine/spotlight/styles.css';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { useMay } from '../access/use-me.ts';
import { useSpeech } from '../language/speech.tsx';
import { matchText } from '../people/match-text.ts';
import { peopleSearch } from '../people/queries.ts';
import { navigationFor } from './pages.ts';

const PEOPLE_SHOWN = 6;
const TYPED_MIN = 2;

/** Search over pages and people, by keyboard: Ctrl K, type, arrows, Enter. */
export function SearchDialog({ askedCount }: { readonly askedCount: number }): ReactNode {
  const { words } = useSpeech();
  const [typed, setTyped] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: opens each time when it was asked for.
  useEffect(() => spotlight.open(), [askedCount]);
  const text = useDeferredValue(typed.trim());
  const isLongEnough = text.length >= TYPED_MIN;
  const navigate = useNavigate();
  const may = useMay();
  const people = useQuery({
    ...peopleSearch(text, PEOPLE_SHOWN),
    enabled: isLongEnough,
    placeholderData: keepPreviousData,
  });
  const entries = navigationFor(may)
    .flatMap((group) => group.entries)
    .filter((entry) => entry.title(words).toLowerCase().includes(text.toLowerCase()));
  const found = isLongEnough ? (people.data ?? []) : [];
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      shortcut={null}
      transitionProps={{ duration: 100 }}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={words.shell.search.placeholder}
        aria-label={words.shell.search.placeholder}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {found.length > 0 && (
          <Spotlight.ActionsGroup label={words.shell.search.people}>
            {found.map((person) => (
              <Spotlight.Action
                key={person.id}
                label={person.name ?? person.email ?? words.shell.search.stranger}
                description={matchText(person, words.people)}
                onClick={() => navigate({ to: '/people/$id', params: { id: String(person.id) } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {entries.length > 0 && (
          <Spotlight.ActionsGroup label={words.shell.search.pages}>
            {entries.map((entry) => (
              <Spotlight.Action
                key={entry.to}
                label={entry.title(words)}
                leftSection={<entry.icon size={18} aria-hidden />}
                onClick={() => navigate({ to: entry.to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.length === 0 && entries.length === 0 && (
          <Spotlight.Empty>
            {isLongEnough ? words.shell.search.nothing : words.shell.search.typeMore}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
