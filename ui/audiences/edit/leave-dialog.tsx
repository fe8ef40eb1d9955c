import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';

/** Whether unsaved edits are to be lost. */
export function LeaveDialog(props: { readonly onStay: () => void; readonly onLeave: () => void }): ReactNode {
  const words = useWords().audienceEdit;
  return (
    <Dialog title={words.leave} onClose={props.onStay}>
      <Text size="sm">{words.leaveHint}</Text>
      <Group mt={16} gap="sm">
        <Button onClick={props.onStay}>{words.stay}</Button>
        <Button variant="default" onClick={props.onLeave}>
          {words.leaveAnyway}
        </Button>
      </Group>
    </Dialog>
  );
}
