import { queryOptions } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

type Answers<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

type Dimensions = Answers<'/api/analytics/dimensions'>;
type Metrics = Answers<'/api/analytics/metrics'>;

/** What can be asked about. */
export interface Model {
  readonly dimensions: Dimensions['dimensions'];
  readonly dimensionFamilies: Dimensions['families'];
  readonly metrics: Metrics['metrics'];
  readonly metricFamilies: Metrics['families'];
  readonly segments: Answers<'/api/analytics/segments'>['segments'];
  /** Those of which nobody can be asked (any more) have a name and are not offered. */
  readonly audiences: readonly {
    readonly id: string;
    readonly name: string;
    readonly isOffered?: boolean;
  }[];
  /** What workspaces ask by, the most used first. */
  readonly uses: Answers<'/api/analytics/uses'>['uses'];
}

/** Nothing known yet: everything is called by its id. */
export const NO_MODEL: Model = {
  dimensions: [],
  dimensionFamilies: [],
  metrics: [],
  metricFamilies: [],
  segments: [],
  audiences: [],
  uses: [],
};

/** Dimensions, metrics, segments and audiences. Ask again after setting one up: `invalidateQueries({ queryKey: MODEL_KEY })`. */
export const MODEL_KEY = ['analysis', 'model'] as const;
export const modelQuery = queryOptions({
  queryKey: MODEL_KEY,
  queryFn: async ({ signal }): Promise<Model> => {
    const [dimensions, metrics, { segments }, { audiences }, { uses }] = await Promise.all([
      must(api.GET('/api/analytics/dimensions', { signal })),
      must(api.GET('/api/analytics/metrics', { signal })),
      must(api.GET('/api/analytics/segments', { signal })),
      must(api.GET('/api/audiences', { signal })),
      must(api.GET('/api/analytics/uses', { signal })),
    ]);
    return {
      dimensions: dimensions.dimensions,
      dimensionFamilies: dimensions.families,
      metrics: metrics.metrics,
      metricFamilies: metrics.families,
      segments,
      audiences: audiences.map(({ id, name, state }) => ({
        id,
        name,
        isOffered: state === 'live' || state === 'paused',
      })),
      uses,
    };
  },
  staleTime: 60_000,
});
