import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { paths } from '../api/schema.d.ts';

type Answers<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

/** The headline figures. */
export type Overview = Answers<'/api/overview'>;
/** How each part of the program does. */
export type Health = Answers<'/health'>;

const OVERVIEW_MS = 60_000;
const HEALTH_MS = 5_000;
const ATTENTION_MS = 30_000;

/** Five figures of the last days, and of as many before. */
export function overviewQuery(days: number) {
  return queryOptions({
    queryKey: ['overview', days],
    queryFn: ({ signal }) => must(api.GET('/api/overview', { params: { query: { days } }, signal })),
    refetchInterval: OVERVIEW_MS,
  });
}

/** How every stage does. Red is answered with 503 and the same document. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: async ({ signal }): Promise<Health> => {
    const answer = await api
      .GET('/health', { signal, cache: 'no-store' })
      .catch((error: unknown) => Promise.reject(new ApiProblem(0, 'unreachable', String(error))));
    if (answer.data) return answer.data;
    const health = answer.error as Partial<Health> | undefined;
    if (health?.state === undefined)
      throw new ApiProblem(answer.response.status, 'health.unreadable', answer.response.statusText);
    return { ...health, state: health.state };
  },
  refetchInterval: HEALTH_MS,
});

/** How many refused events wait. */
export const quarantineCountQuery = queryOptions({
  queryKey: ['quarantine', 'count'],
  queryFn: async ({ signal }) =>
    (await must(api.GET('/api/quarantine', { params: { query: { limit: 1 } }, signal }))).total,
  refetchInterval: ATTENTION_MS,
});
