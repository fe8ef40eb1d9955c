import '@mantine/core/styles/NavLink.css';
import { NavLink, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import { matchText } from './match-text.ts';
import { peopleSearch } from './queries.ts';

const SHOWN = 6;
const TYPED_MIN = 2;
const PAUSE_MS = 200;

/** Finds somebody by any identity or name; what is typed stays out of the address. */
export function PersonPicker(props: {
  readonly label: string;
  readonly chosen: number | undefined;
  readonly onChoose: (person: number) => void;
  /** Who is not offered. */
  readonly without?: number;
}): ReactNode {
  const words = useWords().people;
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const found = useQuery({ ...peopleSearch(text, SHOWN), enabled: text.length >= TYPED_MIN });
  const candidates = (found.data ?? []).filter((person) => person.id !== props.without);
  return (
    <>
      <TextInput
        label={props.label}
        placeholder={words.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        autoComplete="off"
        data-autofocus
      />
      {text.length >= TYPED_MIN && (
        <div aria-live="polite">
          {found.isSuccess && candidates.length === 0 && <p>{words.noResult(text)}</p>}
          {candidates.map((person) => (
            <NavLink
              key={person.id}
              component="button"
              type="button"
              label={person.name ?? person.email ?? words.stranger}
              description={matchText(person, words)}
              active={person.id === props.chosen}
              onClick={() => props.onChoose(person.id)}
            />
          ))}
        </div>
      )}
    </>
  );
}
