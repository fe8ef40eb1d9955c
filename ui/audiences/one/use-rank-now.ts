import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import { useWords } from '../../language/speech.tsx';

/** Works a ranking out now. */
export function useRankNow(id: string): UseMutationResult<unknown, Error, void> {
  const words = useWords().audiences;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => must(api.POST('/api/audiences/{id}/rankings', { params: { path: { id } } })),
    onSuccess: async () => {
      notifications.show({ title: words.rankNow, message: words.rankedNow });
      await queries.invalidateQueries({ queryKey: ['audiences'] });
    },
    onError: (error) => notifications.show({ color: 'red', title: words.rankNow, message: error.message }),
  });
}
