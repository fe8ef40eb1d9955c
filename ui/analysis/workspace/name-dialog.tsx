import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DialogForm } from '../../parts/dialog-form.tsx';

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
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <DialogForm
        verb={words.save}
        isBusy={props.isSaving === true}
        onSubmit={() => props.onText(text.trim())}
        onClose={props.onClose}
      >
        <TextInput
          label={props.label}
          value={text}
          maxLength={TEXT_MAX}
          required={!props.mayBeEmpty}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
      </DialogForm>
    </Dialog>
  );
}
