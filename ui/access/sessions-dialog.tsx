import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, must, mustDo } from '../api/client.ts';
import { useWords } from '../language/speech.tsx';
import { Chip } from '../parts/chip.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { When } from '../parts/when.tsx';
import { deviceText } from './device-text.ts';

const KEY = ['sessions'];

/** Where one is signed in; ends one, or all but this one. */
export function SessionsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const text = words.access;
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await must(api.GET('/api/sessions', { signal }))).sessions,
  });
  const end = useMutation({
    mutationFn: (order: { readonly id?: string; readonly keepThis: boolean }) =>
      mustDo(api.DELETE('/api/sessions', { params: { query: order } })),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <Dialog onClose={onClose} title={text.sessions}>
      <Loaded query={query}>
        {(sessions) => (
          <Stack gap="sm">
            {sessions.map((session) => (
              <Group key={session.id} justify="space-between" wrap="nowrap">
                <div style={{ minWidth: 0 }}>
                  <Text size="sm" truncate title={session.device}>
                    {deviceText(session.device)}
                  </Text>
                  <Text size="xs" c="dimmed" component="div">
                    {session.address} · <When time={session.seenAt} />
                  </Text>
                </div>
                {session.isThis ? (
                  <Chip tone="accent">{text.thisDevice}</Chip>
                ) : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    style={{ flex: 'none' }}
                    onClick={() => end.mutate({ id: session.id, keepThis: true })}
                  >
                    {text.signOut}
                  </Button>
                )}
              </Group>
            ))}
            {sessions.length > 1 && (
              <Button variant="default" onClick={() => end.mutate({ keepThis: true })}>
                {text.signOutElsewhere}
              </Button>
            )}
          </Stack>
        )}
      </Loaded>
    </Dialog>
  );
}
