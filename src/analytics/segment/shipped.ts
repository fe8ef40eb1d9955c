import type { Condition } from '../../core/condition/index.ts';
import type { Segment, SegmentLevel } from './schema.ts';

const SHIPPED: Readonly<Record<string, { readonly level: SegmentLevel; readonly condition: Condition }>> = {
  /** Sessions in which something was put into the cart and nothing was ordered. */
  'abandoned-cart': {
    level: 'session',
    condition: { all: [{ did: { event: 'Product Added' } }, { not: { did: { event: 'Order Completed' } } }] },
  },
  /** People who have ordered, but not for 90 days. */
  'lost-customers': {
    level: 'person',
    condition: {
      all: [
        { did: { event: 'Order Completed' } },
        { not: { did: { event: 'Order Completed' }, in: { last: '90d' } } },
      ],
    },
  },
};

/** A segment that every workspace has; one that was set up under its id takes its place. */
export function shippedSegment(id: string): Segment | undefined {
  return Object.hasOwn(SHIPPED, id) ? SHIPPED[id] : undefined;
}
