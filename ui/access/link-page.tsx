import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, must } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';
import { Form } from '../parts/form.tsx';
import { Lines } from '../parts/loaded.tsx';
import { Door } from './door.tsx';
import { NewPassword } from './new-password.tsx';
import { standingQuery } from './queries.ts';
import { Refused } from './refused.tsx';

const LINES = 3;

/** A link that makes the owner, lets somebody in who was invited, or sets a new password. Its secret follows the #. */
export function LinkPage(): ReactNode {
  const words = useWords().access;
  const [secret] = useState(() => window.location.hash.slice(1));
  const link = useQuery({
    queryKey: ['link'],
    queryFn: () => must(api.POST('/api/links/read', { body: { secret } })),
    retry: false,
    gcTime: 0,
  });
  const purpose = link.data?.purpose;
  return (
    <Door title={purpose ? words.linkTitle[purpose] : words.link}>
      {link.isPending && <Lines count={LINES} />}
      {link.isError && (
        <>
          {/* A link that was cut off while it was copied is refused as no secret at all; the advice is the same. */}
          <Refused error={link.error} instead={words.refused['access.link-unknown']} />
          <Link to="/">{words.signIn}</Link>
        </>
      )}
      {link.data && (
        <LinkForm secret={secret} purpose={link.data.purpose} name={link.data.name} email={link.data.email} />
      )}
    </Door>
  );
}

interface LinkFormProps {
  readonly secret: string;
  readonly purpose: 'owner' | 'invite' | 'reset';
  readonly name: string | undefined;
  readonly email: string | undefined;
}

function LinkForm(props: LinkFormProps): ReactNode {
  const words = useWords().access;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const isOwner = props.purpose === 'owner';
  const [name, setName] = useState(props.name ?? '');
  const [email, setEmail] = useState(props.email ?? '');
  const [password, setPassword] = useState('');
  const redeem = useMutation({
    mutationFn: () =>
      must(
        api.POST('/api/links/redeem', {
          body: { secret: props.secret, password, ...(isOwner ? { name, email } : {}) },
        }),
      ),
    onSuccess: async (me) => {
      queries.setQueryData(standingQuery.queryKey, { state: 'signed-in', me });
      await navigate({ to: '/', replace: true });
    },
  });
  return (
    <Form onSubmit={() => redeem.mutate()}>
      <Stack gap="sm">
        <Text size="sm">{words.linkWhy[props.purpose]}</Text>
        {isOwner ? (
          <>
            <TextInput
              label={words.name}
              required
              autoComplete="name"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label={words.email}
              type="email"
              required
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
          </>
        ) : (
          <Text size="sm" fw={600}>
            {name} · {email}
          </Text>
        )}
        <NewPassword value={password} onChange={setPassword} />
        {redeem.isError && <Refused error={redeem.error} />}
        <Button type="submit" loading={redeem.isPending}>
          {words.linkDo[props.purpose]}
        </Button>
      </Stack>
    </Form>
  );
}
