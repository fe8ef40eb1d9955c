import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Form } from '../../parts/form.tsx';
import { Panel } from '../../parts/panel.tsx';
import styles from '../settings.module.css';
import { ROLES, type User, usersQuery } from './users.ts';

/** Invites somebody; the link is handed over by whoever invites. */
export function InviteUser({ onLink }: { readonly onLink: (path: string) => void }): ReactNode {
  const words = useWords();
  const text = words.settings.users;
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<User['role']>('marketer');
  const invite = useMutation({
    mutationFn: () => must(api.POST('/api/users', { body: { name, email, role } })),
    onSuccess: async ({ link }) => {
      await queries.invalidateQueries({ queryKey: usersQuery.queryKey });
      setName('');
      setEmail('');
      onLink(link.path);
    },
  });
  return (
    <Panel title={text.invite}>
      <Form onSubmit={() => invite.mutate()}>
        <div className={styles.form}>
          <TextInput
            label={text.name}
            required
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={text.email}
            type="email"
            required
            autoComplete="off"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <NativeSelect
            label={text.role}
            value={role}
            data={ROLES.map((each) => ({ value: each, label: words.access.roles[each] }))}
            onChange={(event) =>
              setRole(ROLES.find((each) => each === event.currentTarget.value) ?? 'viewer')
            }
          />
        </div>
        {invite.isError && <Failure isDeed error={invite.error} />}
        <Button type="submit" size="sm" mt={12} loading={invite.isPending}>
          {text.invite}
        </Button>
      </Form>
    </Panel>
  );
}
