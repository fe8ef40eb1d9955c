import { Button, Group, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';

/** Asks before unsaved edits are left behind, within the interface and on closing the window. */
export function LeaveGuard({ isUnsaved }: { readonly isUnsaved: boolean }): ReactNode {
  const words = useWords().audienceEdit;
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isUnsaved,
    enableBeforeUnload: () => isUnsaved,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  return (
    <Dialog title={words.leave} onClose={reset}>
      <Text size="sm">{words.leaveHint}</Text>
      <Group mt={16} gap="sm">
        <Button onClick={reset}>{words.stay}</Button>
        <Button variant="default" color="red" onClick={proceed}>
          {words.leaveAnyway}
        </Button>
      </Group>
    </Dialog>
  );
}
