import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, mustDo } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { NewPassword } from './new-password.tsx';
import { Refused } from './refused.tsx';

/** Changes the own password; the other sessions end. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const text = words.access;
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () => mustDo(api.PUT('/api/session/password', { body: { current, password } })),
    onSuccess: () => {
      notifications.show({ title: text.changePassword, message: text.passwordChanged });
      onClose();
    },
  });
  return (
    <Dialog onClose={onClose} title={text.changePassword}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack gap="sm">
          <PasswordInput
            label={text.currentPassword}
            required
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': text.showPassword }}
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <NewPassword value={password} onChange={setPassword} />
          {change.isError && <Refused error={change.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.shell.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {text.changePassword}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
