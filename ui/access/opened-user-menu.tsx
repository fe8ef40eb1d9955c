import { Menu, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cloneElement, type ReactElement, type ReactNode, type Ref, useRef, useState } from 'react';
import { api, mustDo } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import type { Me } from './queries.ts';
import { SessionsDialog } from './sessions-dialog.tsx';

/** The menu about oneself, open when it appears. */
export function OpenedUserMenu(props: { readonly target: ReactElement; readonly me: Me }): ReactNode {
  const words = useWords().access;
  const queries = useQueryClient();
  const { user } = props.me;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'password' | 'sessions'>();
  const signOut = useMutation({
    mutationFn: () => mustDo(api.DELETE('/api/session')),
    // Nothing of what she saw stays in the browser.
    onSettled: () => queries.resetQueries(),
  });
  return (
    <>
      <Menu defaultOpened onClose={() => button.current?.focus()} position="bottom-end" width={240}>
        <Menu.Target>
          {cloneElement(props.target as ReactElement<{ ref?: Ref<HTMLButtonElement> }>, { ref: button })}
        </Menu.Target>
        <Menu.Dropdown>
          <div style={{ padding: '6px 12px' }}>
            <Text size="sm" fw={600}>
              {user.name}
            </Text>
            <Text size="xs" c="dimmed">
              {user.email} · {words.roles[user.role]}
            </Text>
          </div>
          <Menu.Divider />
          <Menu.Item onClick={() => setOpen('sessions')}>{words.sessions}</Menu.Item>
          {!user.signsInElsewhere && (
            <Menu.Item onClick={() => setOpen('password')}>{words.changePassword}</Menu.Item>
          )}
          <Menu.Item onClick={() => signOut.mutate()}>{words.signOut}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'password' && <PasswordDialog onClose={() => setOpen(undefined)} />}
      {open === 'sessions' && <SessionsDialog onClose={() => setOpen(undefined)} />}
    </>
  );
}
