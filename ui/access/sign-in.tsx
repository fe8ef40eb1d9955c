import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, must } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';
import { Form } from '../parts/form.tsx';
import { Door } from './door.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { type Me, standingQuery } from './queries.ts';
import { Refused } from './refused.tsx';

/** Signing in with a password. The page that was asked for shows afterwards. */
export function SignIn(props: {
  /** Whose session has ended; her page waits as it was. */
  readonly holder: Me['user'] | undefined;
}): ReactNode {
  const { holder } = props;
  const words = useWords().access;
  const queries = useQueryClient();
  const [email, setEmail] = useState(holder?.email ?? '');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => must(api.POST('/api/session', { body: { email, password } })),
    onSuccess: (me) => {
      queries.setQueryData(standingQuery.queryKey, { state: 'signed-in', me });
    },
  });
  return (
    <Door title={words.signIn}>
      <Form onSubmit={() => signIn.mutate()}>
        <Stack gap="sm">
          {holder && (
            <Text size="sm" role="status">
              {words.ended}
            </Text>
          )}
          <TextInput
            label={words.email}
            type="email"
            required
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={words.password}
            required
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': words.showPassword }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {signIn.isError && <Refused error={signIn.error} />}
          <Button type="submit" loading={signIn.isPending}>
            {words.signIn}
          </Button>
          <Elsewhere isBeside={holder !== undefined} />
        </Stack>
      </Form>
    </Door>
  );
}
