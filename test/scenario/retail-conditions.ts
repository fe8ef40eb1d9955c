import type { Condition } from '../../src/core/condition/index.ts';
import type { RealOrder } from './real-people.ts';

/** A condition, and the same asked of plain records. */
export interface Asked<Record> {
  readonly condition: Condition;
  readonly plainly: (records: readonly Record[]) => boolean;
}

/** When the wholesaler is looked at: the file ends on the evening before. */
export const RETAIL_AS_OF = Date.UTC(2011, 8, 1, 12);

const DAY = 86_400_000;
const bought = { event: 'Order Completed' };
const of = (product: string) => ({ product });
const since = (days: number) => (order: RealOrder) => order.time > RETAIL_AS_OF - days * DAY;
const linesOf = (orders: readonly RealOrder[]) => orders.flatMap((order) => order.lines);
const spent = (orders: readonly RealOrder[]) =>
  linesOf(orders).reduce((sum, line) => sum + line.amount, 0) / 10_000;
const countsOf = (orders: readonly RealOrder[]): number[] => {
  const counts = new Map<string, number>();
  for (const { product } of linesOf(orders)) counts.set(product, (counts.get(product) ?? 0) + 1);
  return [...counts.values()];
};

/** What one would ask about the customers of a wholesaler. */
export const RETAIL_CONDITIONS: Readonly<Record<string, Asked<RealOrder>>> = {
  'repeat-buyers': {
    condition: { did: bought, times: { atLeast: 2 } },
    plainly: (orders) => orders.length >= 2,
  },
  'one-time-buyers': {
    condition: { did: bought, times: { exactly: 1 } },
    plainly: (orders) => orders.length === 1,
  },
  'busy-90': {
    condition: { did: bought, in: { last: '90d' }, times: { atLeast: 5 } },
    plainly: (orders) => orders.filter(since(90)).length >= 5,
  },
  'lapsed-90': {
    condition: { all: [{ did: bought }, { not: { did: bought, in: { last: '90d' } } }] },
    plainly: (orders) => !orders.some(since(90)),
  },
  'top-spenders': {
    condition: { did: bought, sum: { of: of('amount'), above: 5_000 } },
    plainly: (orders) => spent(orders) > 5_000,
  },
  'spent-in-half-a-year': {
    condition: {
      trait: { did: bought, in: { last: '6mo' }, measure: 'sum', of: of('amount') },
      number: { atLeast: 1_000, below: 2_000 },
    },
    plainly: (orders) => {
      const sum = spent(orders.filter(since(180)));
      return sum >= 1_000 && sum < 2_000;
    },
  },
  'wide-taste': {
    condition: { did: bought, distinct: { of: of('product_id'), atLeast: 100 } },
    plainly: (orders) => countsOf(orders).length >= 100,
  },
  'same-product-five-times': {
    condition: { did: bought, repeated: { of: of('product_id'), atLeast: 5 } },
    plainly: (orders) => countsOf(orders).some((count) => count >= 5),
  },
  'heart-holders-this-year': {
    condition: {
      did: { ...bought, products: [{ product: 'product_id', text: { is: '85123A' } }] },
      in: { calendar: 'year', timeZone: 'Europe/London' },
    },
    plainly: (orders) =>
      orders.some(
        (order) =>
          order.time >= Date.UTC(2011, 0, 1) && order.lines.some(({ product }) => product === '85123A'),
      ),
  },
  'since-december-and-still-in-august': {
    condition: {
      all: [
        { did: bought, firstTime: { before: '2011-01-01', timeZone: 'Europe/London' } },
        { did: bought, in: { calendar: 'month', back: 1, timeZone: 'Europe/London' } },
      ],
    },
    plainly: (orders) =>
      orders[0]!.time < Date.UTC(2011, 0, 1) &&
      orders.some(({ time }) => time >= Date.UTC(2011, 6, 31, 23) && time < Date.UTC(2011, 7, 31, 23)),
  },
  'again-within-a-week': {
    condition: { sequence: [{ did: bought }, { did: bought, within: '7d' }] },
    plainly: (orders) =>
      orders.some((order, i) => {
        const next = orders.slice(i + 1).find(({ time }) => time > order.time);
        return next !== undefined && next.time - order.time <= 7 * DAY;
      }),
  },
  'dear-things': {
    condition: { did: bought, maximum: { of: of('price'), atLeast: 50 } },
    plainly: (orders) => linesOf(orders).some(({ price }) => price >= 50),
  },
  'german-and-french-with-postage': {
    condition: {
      did: {
        ...bought,
        where: [{ property: 'country', text: { anyOf: ['Germany', 'France'] } }],
        products: [{ product: 'product_id', text: { is: 'POST' } }],
      },
      times: { atLeast: 3 },
    },
    plainly: (orders) =>
      orders.filter(
        ({ country, lines }) =>
          (country === 'Germany' || country === 'France') && lines.some(({ product }) => product === 'POST'),
      ).length >= 3,
  },
};
