import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';
import type { PageTask } from '../../shell/page-tasks.ts';

interface Replay {
  readonly key: string;
  /** The corrected event; as it is without. */
  readonly event?: unknown;
}

const REPLAY: PageTask = {
  kind: 'replay',
  name: (events) => String((events as readonly Replay[]).length),
};

/** Sends refused events again, or throws them away. */
export function useQuarantineOrders(onDone: () => void): {
  readonly replay: UseMutationResult<unknown, Error, readonly Replay[]>;
  readonly remove: UseMutationResult<unknown, Error, readonly string[]>;
} {
  const words = useWords();
  const text = words.settings.quarantine;
  const queries = useQueryClient();
  const settle = (): void => {
    void queries.invalidateQueries({ queryKey: ['quarantine'] });
    onDone();
  };
  const replay = useMutation({
    meta: { task: REPLAY },
    mutationFn: (events: readonly Replay[]) =>
      must(api.POST('/api/quarantine/replay', { body: { events: [...events] } })),
    onSuccess: ({ replayed, clipped }) => {
      notifications.show({
        title: text.replayed(replayed.length),
        message: clipped.length > 0 ? text.clipped(clipped.length) : text.replayedText,
      });
      settle();
    },
    onError: (error) =>
      notifications.show({ color: 'red', title: words.shell.states.failed, message: error.message }),
  });
  const remove = useMutation({
    mutationFn: (keys: readonly string[]) =>
      must(api.DELETE('/api/quarantine', { params: { query: { key: [...keys] } } })),
    onSuccess: ({ removed }) => {
      notifications.show({ title: text.removed(removed), message: '' });
      settle();
    },
  });
  return { replay, remove };
}
