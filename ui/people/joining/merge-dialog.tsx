import { type ReactNode, useState } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { PersonPicker } from '../person-picker.tsx';
import type { Person, Preview } from '../queries.ts';
import { JoinDialog } from './join-dialog.tsx';

/** Makes two people one: find the other, look at what comes of it, merge. */
export function MergeDialog(props: { readonly person: Person; readonly onClose: () => void }): ReactNode {
  const words = useWords().people;
  const [other, setOther] = useState<number>();
  const people = [props.person.id, other ?? 0] as [number, number];
  const call = (dryRun: boolean) => must(api.POST('/api/people/merge', { body: { people, dryRun } }));
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
      <PersonPicker label={words.joining.whom} chosen={other} onChoose={setOther} without={props.person.id} />
    </JoinDialog>
  );
}
