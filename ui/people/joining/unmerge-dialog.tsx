import type { ReactNode } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import type { Person, Preview } from '../queries.ts';
import { JoinDialog } from './join-dialog.tsx';

/** What is to be taken out: the person who was absorbed, or some identities. */
export type UnmergePart = { readonly absorbed: number } | { readonly keys: string[] };

/** Takes a part out of a person, after a look at what comes of it. */
export function UnmergeDialog(props: {
  readonly person: Person;
  readonly part: UnmergePart;
  readonly title: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().people.joining;
  const { person, part } = props;
  const call = (dryRun: boolean) =>
    must(
      api.POST('/api/people/{id}/unmerge', {
        params: { path: { id: person.id } },
        body: { ...part, dryRun },
      }),
    );
  return (
    <JoinDialog
      title={props.title}
      verb={words.unmerge}
      done={words.unmerged}
      onClose={props.onClose}
      order={{
        key: ['unmerge', person.id, part],
        preview: async () => (await call(true)) as Preview,
        give: async () => ((await call(false)) as { people: Person[] }).people,
      }}
    />
  );
}
