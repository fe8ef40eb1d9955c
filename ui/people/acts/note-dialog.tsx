import { Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Person } from '../queries.ts';
import { ActDialog } from './act-dialog.tsx';

/** Puts a note into her timeline. */
export function NoteDialog(props: { readonly person: Person; readonly onClose: () => void }): ReactNode {
  const words = useWords().people.acts;
  const [text, setText] = useState('');
  return (
    <ActDialog
      title={words.addNote}
      person={props.person.id}
      onClose={props.onClose}
      act={text.trim() === '' ? undefined : { kind: 'note', text: text.trim() }}
    >
      <Textarea
        label={words.note}
        autosize
        minRows={4}
        maxLength={4_000}
        required
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
    </ActDialog>
  );
}
