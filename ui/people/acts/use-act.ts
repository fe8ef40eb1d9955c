import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { useWords } from '../../language/speech.tsx';

/** What an agent records about a person. */
export type Act = paths['/api/people/{id}/acts']['post']['requestBody']['content']['application/json'];

/** The timeline is read from the warehouse, which gets events a moment after they are folded. */
const SETTLES_MS = [1_000, 3_000, 8_000, 20_000];

/** Records an act as an event, and reads the person anew. */
export function useAct(person: number, onDone: () => void): UseMutationResult<unknown, Error, Act> {
  const words = useWords().people.acts;
  const queries = useQueryClient();
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['people', person] });
  return useMutation({
    mutationFn: (act: Act) =>
      must(api.POST('/api/people/{id}/acts', { params: { path: { id: person } }, body: act })),
    onSuccess: () => {
      notifications.show({ title: words.recorded, message: words.recordedText });
      void refresh();
      for (const ms of SETTLES_MS) setTimeout(() => void refresh(), ms);
      onDone();
    },
  });
}
