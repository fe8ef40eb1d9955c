import { Button, NativeSelect, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMe } from '../../access/use-me.ts';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { When } from '../../parts/when.tsx';
import styles from '../settings.module.css';
import { InviteUser } from './invite-user.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { ROLES, type User, usersQuery } from './users.ts';

/** Who works with this Rapport, and as what. */
export function UsersSection(): ReactNode {
  const words = useWords();
  const text = words.settings.users;
  const query = useQuery(usersQuery);
  const [link, setLink] = useState<string>();
  return (
    <>
      <Panel title={words.settings.section.users}>
        <Loaded query={query}>
          {(users) => (
            <PlainTable
              minWidth={600}
              stacked="fields"
              heads={[
                text.name,
                text.role,
                text.state,
                text.lastSignIn,
                { text: text.change, isHidden: true },
              ]}
            >
              {users.map((user) => (
                <UserRow key={user.id} user={user} onLink={setLink} />
              ))}
            </PlainTable>
          )}
        </Loaded>
        <Text size="xs" c="dimmed" mt={8}>
          {text.rolesHint}
        </Text>
      </Panel>
      <InviteUser onLink={setLink} />
      {link !== undefined && <LinkDialog path={link} onClose={() => setLink(undefined)} />}
    </>
  );
}

function UserRow(props: { readonly user: User; readonly onLink: (path: string) => void }): ReactNode {
  const words = useWords();
  const text = words.settings.users;
  const me = useMe();
  const queries = useQueryClient();
  const { user } = props;
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: usersQuery.queryKey });
  const path = { id: user.id };
  const edit = useMutation({
    mutationFn: (body: { readonly role?: User['role']; readonly enabled?: boolean }) =>
      must(api.PATCH('/api/users/{id}', { params: { path }, body })),
    onSuccess,
  });
  const makeLink = useMutation({
    mutationFn: () => must(api.POST('/api/users/{id}/link', { params: { path } })),
    onSuccess: (made) => props.onLink(made.link.path),
  });
  const isMe = me?.user.id === user.id;
  return (
    <tr>
      <td>
        {user.name} {isMe && <Chip tone="accent">{text.you}</Chip>}
        <div className="dimmed">{user.email}</div>
        {(edit.isError || makeLink.isError) && <Failure isDeed error={edit.error ?? makeLink.error} />}
      </td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`${text.role}: ${user.name}`}
          value={user.role}
          data={ROLES.map((role) => ({ value: role, label: words.access.roles[role] }))}
          onChange={(event) => {
            const role = ROLES.find((each) => each === event.currentTarget.value);
            if (role) edit.mutate({ role });
          }}
        />
      </td>
      <td>
        <Chip tone={user.state === 'active' ? 'good' : user.state === 'invited' ? 'warn' : 'plain'}>
          {text.states[user.state]}
        </Chip>
      </td>
      <td>{user.lastSignInAt === undefined ? '—' : <When time={user.lastSignInAt} />}</td>
      <td>
        {!isMe && (
          <div className={styles.tools}>
            <Button size="compact-xs" variant="default" onClick={() => makeLink.mutate()}>
              {user.state === 'invited' ? text.inviteAgain : text.resetPassword}
            </Button>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => edit.mutate({ enabled: user.state === 'disabled' })}
            >
              {user.state === 'disabled' ? text.enable : text.disable}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}
