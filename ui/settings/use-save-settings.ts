import { notifications } from '@mantine/notifications';
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import { useWords } from '../language/speech.tsx';
import { settingsQuery } from './queries.ts';

/** The rules of the workspace. */
export type WorkspaceSettings = paths['/api/settings']['put']['requestBody']['content']['application/json'];

/**
 * Changes some of the settings. They are read anew just before, so that what somebody else changed in another section
 * meanwhile stays.
 */
export function useSaveSettings(): UseMutationResult<unknown, Error, Partial<WorkspaceSettings>> {
  const words = useWords().settings;
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (part: Partial<WorkspaceSettings>) => {
      const present = (await must(api.GET('/api/settings'))) as WorkspaceSettings;
      return must(api.PUT('/api/settings', { body: { ...present, ...part } }));
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: settingsQuery.queryKey });
      notifications.show({ title: words.saved, message: words.savedText });
    },
  });
}
