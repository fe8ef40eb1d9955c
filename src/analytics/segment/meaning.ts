import type { Condition, Matcher } from '../../core/condition/index.ts';
import type { Frame } from '../frame.ts';
import type { Span } from '../range/span.ts';
import type { Scope } from '../scope.ts';
import { resolveSegment } from './resolve.ts';

/** Why a number of a question is no condition. */
export interface Cannot {
  readonly cannot: string;
}

/** Metrics that are more than 0 for just those who did one of some events. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  people: ['*'],
  orders: ['Order Completed'],
  buyers: ['Order Completed'],
  'page-views': ['Page Viewed', 'Screen Viewed'],
  'products-viewed': ['Product Viewed'],
  'products-added': ['Product Added'],
  'products-removed': ['Product Removed'],
  'carts-viewed': ['Cart Viewed'],
  checkouts: ['Checkout Started'],
  searches: ['Products Searched'],
  refunds: ['Order Refunded'],
  cancellations: ['Order Cancelled'],
};

/** The events of which a metric is a number, where a condition can name them. */
export function matcherOfMetric(id: string): Matcher | undefined {
  const names = NAMES[id] ?? id.match(/^(?:events|people):(.+)$/)?.slice(1);
  // `*` stands for what people did on some channels, and `people` counts whatever they did.
  return names && !names.includes('*') ? { event: [...names] } : undefined;
}

/** The people of a scope as conditions that all hold; or why there are none. */
export function peopleOfScope({ segments = [], filters = [] }: Scope, frame: Frame): Condition[] | Cannot {
  if (filters.length > 0) return { cannot: 'Filters are about events, not about people.' };
  const resolved = segments.map((segment) => resolveSegment(segment, frame));
  if (resolved.some(({ level }) => level !== 'person'))
    return { cannot: 'A segment of sessions or events holds of what people did, not of people.' };
  return resolved.map(({ condition }) => condition);
}

/** The window of a span. */
export function windowOf({ from, to }: Span): { readonly from: string; readonly to: string } {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}
