import { Button, Group, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';

const TEXT_MAX = 200;

/** Asks for a name or a line of text. */
export function NameDialog(props: {
  readonly title: string;
  readonly label: string;
  readonly text: string;
  readonly mayBeEmpty?: boolean;
  readonly isSaving?: boolean;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().shell;
  const [text, setText] = useState(props.text);
  const isGood = props.mayBeEmpty || text.trim() !== '';
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isGood) props.onText(text.trim());
        }}
      >
        <TextInput
          label={props.label}
          value={text}
          maxLength={TEXT_MAX}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={props.onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={!isGood} loading={props.isSaving === true}>
            {words.save}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
