import type { Condition } from '../src/core/condition/index.ts';

/** The audiences that the events of the load touch: mixed kinds. */
export const TOUCHED: readonly Condition[] = [
  { did: { event: 'Product Viewed' }, in: { last: '7d' }, times: { atLeast: 5 } },
  { did: { event: 'Order Completed' }, in: { last: '90d' } },
  { did: { event: 'Order Completed' }, sum: { of: { property: 'revenue' }, above: 200 } },
  { sequence: [{ did: { event: 'Product Viewed' } }, { did: { event: 'Product Added' }, within: '1h' }] },
  {
    sequence: [{ did: { event: 'Product Added' } }],
    afterwards: { without: [{ event: 'Order Completed' }], for: '1h' },
    in: { last: '7d' },
  },
  { did: { event: 'Product Viewed' }, distinct: { of: { property: 'category' }, atLeast: 3 } },
  { did: { event: '*' }, lastTime: { longerAgo: '30d' } },
  {
    all: [
      { did: { event: 'Product Added' } },
      { not: { did: { event: 'Order Completed' }, in: { last: '30d' } } },
    ],
  },
  { attribute: 'tier', text: { is: 'gold' } },
  {
    did: { event: 'Product Viewed' },
    mostFrequent: { of: { property: 'category' }, text: { is: 'yoga/1' } },
  },
];

/** A touched audience, or another one that the events of the load do not touch. */
export function conditionOf(number: number): Condition {
  const touched = TOUCHED[number];
  if (touched) return touched;
  return {
    did: { event: `Event ${number} Happened` },
    in: { last: '30d' },
    times: { atLeast: 1 + (number % 3) },
  };
}
