import { NavLink, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { matchText } from '../match-text.ts';
import { type Person, type Preview, peopleSearch } from '../queries.ts';
import { JoinDialog } from './join-dialog.tsx';

const SHOWN = 6;
const TYPED_MIN = 2;
const PAUSE_MS = 200;

/** Makes two people one: find the other, look at what comes of it, merge. */
export function MergeDialog(props: { readonly person: Person; readonly onClose: () => void }): ReactNode {
  const words = useWords().people;
  const [typed, setTyped] = useState('');
  const [other, setOther] = useState<number>();
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const found = useQuery({ ...peopleSearch(text, SHOWN), enabled: text.length >= TYPED_MIN });
  const people = [props.person.id, other ?? 0] as [number, number];
  const call = (dryRun: boolean) => must(api.POST('/api/people/merge', { body: { people, dryRun } }));
  const candidates = (found.data ?? []).filter((person) => person.id !== props.person.id);
  return (
    <JoinDialog
      title={words.joining.mergeTitle}
      verb={words.joining.merge}
      done={words.joining.merged}
      onClose={props.onClose}
      order={
        other === undefined
          ? undefined
          : {
              key: ['merge', ...people],
              preview: async () => (await call(true)) as Preview,
              give: async () => ((await call(false)) as { people: Person[] }).people,
            }
      }
    >
      <TextInput
        label={words.joining.whom}
        placeholder={words.search}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        leftSection={<IconSearch size={16} aria-hidden />}
        autoComplete="off"
        data-autofocus
      />
      {text.length >= TYPED_MIN && (
        <div>
          {candidates.map((person) => (
            <NavLink
              key={person.id}
              component="button"
              type="button"
              label={person.name ?? person.email ?? words.stranger}
              description={matchText(person, words)}
              active={person.id === other}
              onClick={() => setOther(person.id)}
            />
          ))}
        </div>
      )}
    </JoinDialog>
  );
}
