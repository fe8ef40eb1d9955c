import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';

/** A copy of the running server. */
export type Backup =
  paths['/api/backups']['get']['responses'][200]['content']['application/json']['backups'][number];

const BUSY_MS = 1_000;
const STAGES = ['state', 'warehouse', 'log'] as const;

/** Backups, the newest first; asked for often while one is being written. */
export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: async ({ signal }) => (await must(api.GET('/api/backups', { signal }))).backups,
  refetchInterval: ({ state }) => state.data?.some((backup) => backup.state === 'running') && BUSY_MS,
});

/** How far a backup is, 0 to 1: of its three copies, those that are there. */
export function backupShare({ stage }: Backup): number {
  return stage === undefined ? 0 : STAGES.indexOf(stage) / STAGES.length;
}
