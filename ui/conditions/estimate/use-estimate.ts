import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api, must } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';

type EstimatePath = paths['/api/audiences/estimate']['post'];
type Body = NonNullable<EstimatePath['requestBody']>['content']['application/json'];
/** What a condition or a set comes to. */
export type Estimate = EstimatePath['responses'][200]['content']['application/json'];

/** Typing pauses this long before the server is asked. */
const PAUSE_MS = 350;
const FRESH_MS = 15_000;

/** Who is counted, and what beside the whole. */
export interface EstimateOrder {
  readonly condition?: unknown;
  readonly set?: unknown;
  readonly parts?: boolean;
  readonly reach?: boolean;
  readonly mode?: 'auto' | 'exact';
}

/** The answer, and whether it is still that of before. */
export interface Counting {
  readonly estimate: Estimate | undefined;
  readonly isOld: boolean;
  readonly error: unknown;
  retry(): void;
}

/**
 * Counts people while somebody edits: asks when she pauses, gives up questions that are no longer asked, and keeps the last answer until
 * the next is there. Nothing is asked of undefined.
 */
export function useEstimate(order: EstimateOrder | undefined): Counting {
  const wanted = order === undefined ? '' : JSON.stringify(order);
  const [asked] = useDebouncedValue(wanted, PAUSE_MS);
  const query = useQuery({
    queryKey: ['audiences', 'estimate', asked],
    queryFn: ({ signal }) =>
      must(api.POST('/api/audiences/estimate', { body: JSON.parse(asked) as Body, signal })),
    enabled: asked !== '' && wanted !== '',
    placeholderData: keepPreviousData,
    staleTime: FRESH_MS,
    gcTime: 60_000,
    retry: false,
  });
  const isNothing = wanted === '';
  return {
    estimate: isNothing || query.isError ? undefined : query.data,
    isOld: !isNothing && (asked !== wanted || query.isFetching || query.isPlaceholderData),
    error: isNothing ? undefined : query.error,
    retry: () => void query.refetch(),
  };
}
