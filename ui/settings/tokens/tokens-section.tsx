import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Permission } from '../../access/queries.ts';
import { api, must, mustDo } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Form } from '../../parts/form.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Snippet } from '../../parts/snippet.tsx';
import { useNow } from '../../parts/use-now.ts';
import { When } from '../../parts/when.tsx';
import { rolesQuery, tokensQuery } from '../queries.ts';
import styles from '../settings.module.css';
import { ROLES } from '../users/users.ts';

const DAY_MS = 86_400_000;
/** How long a token may live; 0 is for ever. */
const LIFE_DAYS = [0, 30, 90, 365] as const;

/** What programs call the API with. */
export function TokensSection(): ReactNode {
  const words = useWords();
  const text = words.settings.tokens;
  const format = useFormat();
  const queries = useQueryClient();
  const query = useQuery(tokensQuery);
  const revoke = useMutation({
    mutationFn: (id: string) => mustDo(api.DELETE('/api/tokens/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
  return (
    <>
      <Panel title={words.settings.section.tokens}>
        <Text size="sm" c="dimmed" mb={8}>
          {text.intro}
        </Text>
        {revoke.isError && <Failure isDeed error={revoke.error} />}
        <Loaded query={query} isEmpty={(tokens) => tokens.length === 0} empty={<Empty why={text.none} />}>
          {(tokens) => (
            <PlainTable
              stacked="fields"
              heads={[
                text.name,
                words.settings.users.role,
                text.expires,
                text.lastUsed,
                { text: text.revoke, isHidden: true },
              ]}
            >
              {tokens.map((token) => (
                <tr key={token.id}>
                  <td>{token.name}</td>
                  <td>
                    {words.access.roles[token.role]}
                    {token.scopes && <div className="dimmed">{token.scopes.join(', ')}</div>}
                  </td>
                  <td>{token.expiresAt === undefined ? text.never : format.moment(token.expiresAt)}</td>
                  <td>{token.usedAt === undefined ? '—' : <When time={token.usedAt} />}</td>
                  <td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`${text.revoke}: ${token.name}`}
                      onClick={() => revoke.mutate(token.id)}
                    >
                      {text.revoke}
                    </Button>
                  </td>
                </tr>
              ))}
            </PlainTable>
          )}
        </Loaded>
      </Panel>
      <MakeToken />
    </>
  );
}

function MakeToken(): ReactNode {
  const words = useWords();
  const text = words.settings.tokens;
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('viewer');
  const [days, setDays] = useState(0);
  const [chosen, setScopes] = useState<readonly Permission[]>([]);
  const { data: roles } = useQuery(rolesQuery);
  const offered = roles?.find((each) => each.role === role)?.permissions ?? [];
  const scopes = chosen.filter((scope) => offered.includes(scope));
  const now = useNow();
  const make = useMutation({
    mutationFn: () => {
      const limits = {
        ...(scopes.length > 0 ? { scopes } : {}),
        ...(days > 0 ? { expiresAt: now + days * DAY_MS } : {}),
      };
      return must(api.POST('/api/tokens', { body: { name, role, ...limits } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
      setName('');
      setScopes([]);
    },
  });
  return (
    <Panel title={text.make}>
      <Form onSubmit={() => make.mutate()}>
        <div className={styles.form}>
          <TextInput
            label={text.name}
            description={text.nameHint}
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={words.settings.users.role}
            description={text.roleHint}
            value={role}
            data={ROLES.map((each) => ({ value: each, label: words.access.roles[each] }))}
            onChange={(event) =>
              setRole(ROLES.find((each) => each === event.currentTarget.value) ?? 'viewer')
            }
          />
          <NativeSelect
            label={text.expires}
            description={text.expiresHint}
            value={String(days)}
            data={LIFE_DAYS.map((each) => ({
              value: String(each),
              label: each === 0 ? text.never : text.inDays(each),
            }))}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          />
        </div>
        <Checkbox.Group
          mt={12}
          label={text.scopes}
          description={text.scopesHint}
          value={[...scopes]}
          onChange={(values) => setScopes(offered.filter((scope) => values.includes(scope)))}
        >
          <Group gap="6px 16px" mt={6}>
            {offered.map((scope) => (
              <Checkbox key={scope} size="xs" value={scope} label={scope} />
            ))}
          </Group>
        </Checkbox.Group>
        {make.isError && <Failure isDeed error={make.error} />}
        <Button type="submit" size="sm" mt={12} loading={make.isPending}>
          {text.make}
        </Button>
      </Form>
      {make.data && (
        <Dialog onClose={make.reset} title={text.shownOnce}>
          <Text size="sm" mb={8}>
            {text.shownOnceWhy}
          </Text>
          <Snippet code={make.data.secret} label={text.shownOnce} />
        </Dialog>
      )}
    </Panel>
  );
}
