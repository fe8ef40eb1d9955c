import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, must } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';
import { Form } from '../parts/form.tsx';
import { Door } from './door.tsx';
import { standingQuery } from './queries.ts';
import { Refused } from './refused.tsx';
import type { Holder } from './use-holder.ts';

/** Signing in with a password. The page that was asked for shows afterwards. */
export function SignIn(props: {
  /** Whose session has ended; her page waits as it was. */
  readonly holder: Holder | undefined;
}): ReactNode {
  const { holder } = props;
  const words = useWords().access;
  const queries = useQueryClient();
  const elsewhere = useQuery(standingQuery).data?.elsewhere;
  const to = encodeURIComponent(window.location.pathname + window.location.search);
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
          {elsewhere && (
            <Button
              component="a"
              variant="default"
              href={`${elsewhere.path}?to=${to}`}
              {...(holder && { target: '_blank' })}
            >
              {words.signInWith(elsewhere.title)}
            </Button>
          )}
        </Stack>
      </Form>
    </Door>
  );
}
