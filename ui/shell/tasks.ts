import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMay } from '../access/use-me.ts';
import { api, must } from '../api/client.ts';
import type { Words } from '../language/dictionaries.ts';
import { backupShare, backupsQuery } from './backups.ts';

type TaskWords = Words['shell']['tasks'];

/** A long job, on the server or asked for by a page. */
export interface Task {
  readonly id: string;
  readonly kind: 'import' | 'audience' | 'backup' | 'replay' | 'export';
  readonly name: string;
  readonly state: {
    [K in keyof TaskWords]: TaskWords[K] extends string ? K : never;
  }[keyof TaskWords];
  readonly isRunning: boolean;
  /** 0 to 1, when it is known. */
  readonly share?: number;
  readonly rows?: number;
  /** Why it failed. */
  readonly why?: string;
}

const SHOWN_MAX = 8;
const BUSY_MS = 2_000;
const IDLE_MS = 30_000;

/** Jobs that the reader may see, newest first; asked for often only while one runs. */
export function useTasks(): UseQueryResult<Task[]> {
  const may = useMay();
  const queries = useQueryClient();
  const [seesImports, seesAudiences] = [may('imports.read'), may('audiences.read')];
  const seesBackups = may('settings.write');
  return useQuery({
    queryKey: ['tasks', seesImports, seesAudiences, seesBackups],
    queryFn: async ({ signal }): Promise<Task[]> => {
      const lists = await Promise.all([
        seesAudiences ? audienceTasks(signal) : [],
        seesImports ? importTasks(signal) : [],
        seesBackups ? backupTasks(queries) : [],
      ]);
      return lists.flat().sort(byRunning).slice(0, SHOWN_MAX);
    },
    refetchInterval: ({ state }) => (state.data?.some((task) => task.isRunning) ? BUSY_MS : IDLE_MS),
  });
}

/** What runs comes first; else the order stays. */
const byRunning = (a: Task, b: Task): number => Number(b.isRunning) - Number(a.isRunning);

/** The backup that runs or failed, or the newest. */
async function backupTasks(queries: QueryClient): Promise<Task[]> {
  const [newest] = await queries.fetchQuery({ ...backupsQuery, staleTime: 0 });
  if (!newest || newest.state === 'unfinished') return [];
  const { id, state, why } = newest;
  const isRunning = state === 'running';
  return [
    {
      ...{ id: `backup ${id}`, kind: 'backup', name: id, state, isRunning },
      ...(isRunning ? { share: backupShare(newest) } : {}),
      ...(why === undefined ? {} : { why }),
    },
  ];
}

async function importTasks(signal: AbortSignal): Promise<Task[]> {
  const { imports } = await must(
    api.GET('/api/imports', { params: { query: { limit: SHOWN_MAX } }, signal }),
  );
  return imports.map(({ id, file, sizeBytes, status }) => {
    const progress = 'progress' in status ? status.progress : undefined;
    const bytes =
      status.state === 'uploading'
        ? status.receivedBytes
        : status.state === 'checking'
          ? status.bytesRead
          : progress?.totals.bytesRead;
    const isRunning = ['uploading', 'waiting', 'checking', 'running'].includes(status.state);
    return {
      id: `import ${id}`,
      kind: 'import',
      name: file,
      state: status.state,
      isRunning,
      ...(isRunning && bytes !== undefined ? { share: Math.min(1, bytes / sizeBytes) } : {}),
      ...(progress ? { rows: progress.totals.rows } : {}),
      ...(status.state === 'failed' ? { why: status.message } : {}),
    };
  });
}

async function audienceTasks(signal: AbortSignal): Promise<Task[]> {
  const { audiences } = await must(api.GET('/api/audiences', { signal }));
  return audiences
    .filter((audience) => audience.progress)
    .map(({ id, name, progress }) => ({
      id: `audience ${id}`,
      kind: 'audience',
      name,
      state: 'running',
      isRunning: true,
      share: progress!.share,
    }));
}
