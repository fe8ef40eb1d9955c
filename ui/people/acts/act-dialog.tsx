import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
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
  const words = useWords();
  const record = useAct(props.person, props.onClose);
  const { act } = props;
  return (
    <Dialog onClose={props.onClose} title={props.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (act) record.mutate(act);
        }}
      >
        <Stack gap="sm">
          {props.children}
          {record.isError && <Failure error={record.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {words.shell.cancel}
            </Button>
            <Button type="submit" disabled={!act} loading={record.isPending}>
              {words.people.acts.record}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
