import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { DialogForm } from '../../parts/dialog-form.tsx';
import { Failure } from '../../parts/failure.tsx';
import { type Act, useAct } from './use-act.ts';

/** The frame of the dialogs in which an agent records something. */
export function ActDialog(props: {
  readonly title: string;
  readonly person: number;
  /** What would be recorded; undefined while something is missing. */
  readonly act: Act | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords().people.acts;
  const record = useAct(props.person, props.onClose);
  const { act } = props;
  return (
    <Dialog onClose={props.onClose} title={props.title}>
      <DialogForm
        verb={words.record}
        isBusy={record.isPending}
        onSubmit={() => act && record.mutate(act)}
        onClose={props.onClose}
      >
        {props.children}
        {record.isError && <Failure isDeed error={record.error} />}
      </DialogForm>
    </Dialog>
  );
}
