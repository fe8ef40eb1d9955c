import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, mustDo } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { SessionsDialog } from './sessions-dialog.tsx';
import { useMe } from './use-me.ts';

/** Who is signed in, where, and the way out. */
export function UserMenu(): ReactNode {
  const words = useWords().access;
  const queries = useQueryClient();
  const me = useMe();
  const [open, setOpen] = useState<'password' | 'sessions'>();
  const signOut = useMutation({
    mutationFn: () => mustDo(api.DELETE('/api/session')),
    // Nothing of what she saw stays in the browser.
    onSettled: () => queries.resetQueries(),
  });
  if (!me) return null;
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={words.you(me.user.name)} title={me.user.name}>
            <IconUser size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <div style={{ padding: '6px 12px' }}>
            <Text size="sm" fw={600}>
              {me.user.name}
            </Text>
            <Text size="xs" c="dimmed">
              {me.user.email} · {words.roles[me.user.role]}
            </Text>
          </div>
          <Menu.Divider />
          <Menu.Item onClick={() => setOpen('sessions')}>{words.sessions}</Menu.Item>
          {!me.user.signsInElsewhere && (
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
