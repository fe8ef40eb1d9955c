import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import { Dialog } from './dialog.tsx';
import { DialogForm } from './dialog-form.tsx';
import { SaveFailure } from './save-failure.tsx';

/**
 * Asks before something is done that others notice. `typed` is for what cannot be undone alone: the reader types it to
 * show that she means this one.
 */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly verb: string;
  readonly typed?: string;
  /** False while what would happen is not known yet. */
  readonly isReady?: boolean;
  readonly isBusy: boolean;
  readonly error: unknown;
  /** Reads anew what somebody else changed meanwhile. */
  readonly onReload?: () => void;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords().shell;
  const [text, setText] = useState('');
  const { typed, isReady = true } = props;
  const isMeant = typed === undefined || text.trim() === typed;
  return (
    <Dialog onClose={props.onClose} title={props.title}>
      <DialogForm
        verb={props.verb}
        color={typed === undefined ? 'teal' : 'red.8'}
        isReady={isMeant && isReady}
        isBusy={props.isBusy}
        onSubmit={props.onConfirm}
        onClose={props.onClose}
      >
        <div>{props.children}</div>
        {typed !== undefined && (
          <TextInput
            label={words.confirm.type(typed)}
            description={words.confirm.forEver}
            value={text}
            autoComplete="off"
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
        )}
        {props.error ? (
          <SaveFailure error={props.error} {...(props.onReload ? { onReload: props.onReload } : {})} />
        ) : null}
      </DialogForm>
    </Dialog>
  );
}
