import { PasswordInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, mustDo } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { DialogForm } from '../parts/dialog-form.tsx';
import { NewPassword } from './new-password.tsx';
import { Refused } from './refused.tsx';

/** Changes the own password; the other sessions end. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useWords().access;
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
      <DialogForm
        verb={text.changePassword}
        isBusy={change.isPending}
        onSubmit={() => change.mutate()}
        onClose={onClose}
      >
        <PasswordInput
          label={text.currentPassword}
          required
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': text.showPassword }}
          value={current}
          data-autofocus
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPassword value={password} onChange={setPassword} />
        {change.isError && <Refused error={change.error} />}
      </DialogForm>
    </Dialog>
  );
}
