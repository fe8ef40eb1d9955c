import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Person } from '../queries.ts';
import { ActDialog } from './act-dialog.tsx';

const MINUTES_MAX = 600;

/** Records a call with her. */
export function CallDialog(props: { readonly person: Person; readonly onClose: () => void }): ReactNode {
  const words = useWords().people.acts;
  const [topic, setTopic] = useState(words.topics[0]!);
  const [outcome, setOutcome] = useState('');
  const [minutes, setMinutes] = useState('');
  return (
    <ActDialog
      title={words.logCall}
      person={props.person.id}
      onClose={props.onClose}
      act={{
        kind: 'call',
        topic,
        ...(outcome.trim() === '' ? {} : { outcome: outcome.trim() }),
        ...(minutes === '' ? {} : { minutes: Number(minutes) }),
      }}
    >
      <NativeSelect
        label={words.topic}
        data={words.topics}
        value={topic}
        onChange={(event) => setTopic(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={words.outcome}
        autosize
        minRows={3}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      <TextInput
        label={words.minutes}
        type="number"
        min={0}
        max={MINUTES_MAX}
        value={minutes}
        onChange={(event) => setMinutes(event.currentTarget.value)}
      />
    </ActDialog>
  );
}
