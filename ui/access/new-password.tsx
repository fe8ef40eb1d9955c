import { PasswordInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';

/** What the server asks of a password. */
const PASSWORD_MIN = 12;

/** Where somebody chooses a password. */
export function NewPassword(props: {
  readonly value: string;
  readonly onChange: (password: string) => void;
}): ReactNode {
  const words = useWords().access;
  return (
    <PasswordInput
      label={words.newPassword}
      description={words.passwordHint(PASSWORD_MIN)}
      required
      minLength={PASSWORD_MIN}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': words.showPassword }}
      value={props.value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
