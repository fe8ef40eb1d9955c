import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyHistory, type Happened, happened, NOW } from '../../history.fixture.ts';
import { useTestWarehouse } from '../../warehouse.fixture.ts';
import { clickToBrick } from './click-to-brick.ts';
import type { ClickToBrickAnswer, ClickToBrickQuery } from './query.ts';

const test = useTestWarehouse();

const DAY = 86_400_000;
const before = (a: Happened, b: Happened): number => a.time - b.time || a.place - b.place;

const ask = (query: ClickToBrickQuery): Promise<ClickToBrickAnswer> => test.ask(clickToBrick, query);

/** Orders of stores with the last page view within so many days before, by plain filtering. */
function reference(events: readonly Happened[], days: number, from: number) {
  const sorted = [...events].sort(before).filter(({ time }) => time >= from - days * DAY);
  const orders = new Map<string, Happened[]>();
  for (const event of sorted)
    if (event.name === 'Order Completed' && event.time >= from)
      orders.set(event.orderId, [...(orders.get(event.orderId) ?? []), event]);
  return [...orders.values()].flatMap((reports) => {
    const [first] = reports;
    if (first!.channel !== 'store') return [];
    const touch = sorted.findLast(
      ({ name, person, time }) =>
        name === 'Page Viewed' &&
        person === first!.person &&
        time < first!.time &&
        time >= first!.time - days * DAY,
    );
    const net = reports.reduce((sum, { revenue }) => sum + revenue, 0);
    return [
      { net, person: first!.person, page: touch?.page, days: touch && (first!.time - touch.time) / DAY },
    ];
  });
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return sorted.length === 0 ? null : (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
}

describe('click to brick', { timeout: 120_000 }, () => {
  it('finds the orders of stores after a touch that a plain search finds, with their revenue and median days', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.constantFrom(1, 5, 30), async (events, days) => {
        await test.fill(events);
        const answer = await ask({
          range: { from: '2026-03-10' },
          touch: { event: 'Page Viewed' },
          by: 'page',
          days,
        });
        const all = reference(events, days, Date.parse('2026-03-10'));
        const assisted = all.filter(({ page }) => page !== undefined);
        const sum = (orders: typeof all): number => orders.reduce((total, { net }) => total + net, 0);
        expect(answer.total).toMatchObject({
          storeOrders: all.length,
          storeRevenue: sum(all),
          orders: assisted.length,
          revenue: sum(assisted),
          people: new Set(assisted.map(({ person }) => person)).size,
        });
        const middle = median(assisted.map((order) => order.days!));
        if (middle === null) expect(answer.total.medianDays).toBeNull();
        else expect(answer.total.medianDays).toBeCloseTo(middle, 9);
        const pages = new Set(assisted.map(({ page }) => page!));
        expect(new Map(answer.touches.map(({ value, orders }) => [value, orders]))).toEqual(
          new Map([...pages].map((page) => [page, assisted.filter((order) => order.page === page).length])),
        );
      }),
      { numRuns: 6, seed: 11, endOnFailure: true },
    );
  });

  it('takes visits of web and app for touches unless told otherwise, and opens its numbers', async () => {
    await test.fill([
      happened({ place: 4096, session: 4096, time: NOW - 3 * DAY, campaign: 'spring' }),
      happened({ place: 8192, session: 4096, time: NOW - 3 * DAY + 1, campaign: 'sale' }),
      happened({
        place: 12_288,
        session: 0,
        channel: 'store',
        name: 'Order Completed',
        orderId: 'O1',
        revenue: 80,
      }),
    ]);
    const query = { range: { last: '2d' }, by: 'campaign' };
    const { touches, total } = await ask(query);
    expect(touches).toEqual([{ value: 'spring', orders: 1, revenue: 80, people: 1, medianDays: 2 }]);
    expect(total).toMatchObject({ orderShare: 1, revenueShare: 1 });
    const open = (cell: object) => clickToBrick.cell!.open(query, cell);
    expect(await test.peopleBehind(open({ value: 'spring' }))).toEqual([1]);
    expect(await test.placesBehind(open({ value: 'sale' }))).toEqual([]);
  });

  it('means a sequence where a matcher says what a touch is: the same people', async () => {
    const bought = (place: number, person: number, channel: 'store' | 'web') =>
      happened({ place, person, channel, name: 'Order Completed', orderId: `O${place}`, time: NOW - DAY });
    await test.fill([
      ...[1, 2].map((person) => happened({ place: person, person, time: NOW - 3 * DAY })),
      happened({ place: 3, person: 4, time: NOW - 40 * DAY }),
      bought(11, 1, 'store'),
      bought(12, 2, 'web'),
      bought(13, 3, 'store'),
      bought(14, 4, 'store'),
    ]);
    const cell = clickToBrick.cell!.open(
      { range: { from: '2025-01-01' }, touch: { event: 'Page Viewed' }, days: 30 },
      {},
    );
    expect(await test.peopleMeant(cell)).toEqual([1]);
    expect(await test.peopleBehind(cell)).toEqual([1]);
  });
});
