import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, must, mustDo } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import { Form } from '../../parts/form.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Panel } from '../../parts/panel.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { Snippet } from '../../parts/snippet.tsx';
import { When } from '../../parts/when.tsx';
import { tokensQuery } from '../queries.ts';
import styles from '../settings.module.css';
import { ROLES } from '../users/users.ts';

/** What programs call the API with. */
export function TokensSection(): ReactNode {
  const words = useWords();
  const text = words.settings.tokens;
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
        {revoke.isError && <Failure error={revoke.error} />}
        <Loaded query={query} isEmpty={(tokens) => tokens.length === 0} empty={<Empty why={text.none} />}>
          {(tokens) => (
            <PlainTable
              heads={[
                text.name,
                words.settings.users.role,
                text.lastUsed,
                { text: text.revoke, isHidden: true },
              ]}
            >
              {tokens.map((token) => (
                <tr key={token.id}>
                  <td>{token.name}</td>
                  <td>{words.access.roles[token.role]}</td>
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
  const make = useMutation({
    mutationFn: () => must(api.POST('/api/tokens', { body: { name, role } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
      setName('');
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
        </div>
        {make.isError && <Failure error={make.error} />}
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
