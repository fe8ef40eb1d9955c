import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { useWords } from '../../language/speech.tsx';
import { sourcesQuery } from '../queries.ts';

type Edit = paths['/api/sources/{id}']['patch']['requestBody']['content']['application/json'];

/** Changes a source; what fails is told. */
export function useEditSource(id: string): UseMutationResult<unknown, Error, Edit> {
  const words = useWords().shell.states;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Edit) => must(api.PATCH('/api/sources/{id}', { params: { path: { id } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: sourcesQuery.queryKey }),
    onError: (error) => notifications.show({ color: 'red', title: words.failed, message: error.message }),
  });
}
