import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Channel, type JsonObject, toMoney } from '../core/index.ts';
import {
  countOverrides,
  currentPerson,
  migrateWarehouse,
  openEmbeddedWarehouse,
} from '../engine/warehouse/index.ts';
import { FACT_COLUMNS } from '../profile/index.ts';
import { type BlockTable, OVERRIDE_COLUMNS, textLines } from './outbox.ts';
import { caughtUp, NOON, openRig, type Rig, record } from './partition.fixture.ts';

const RUNS = Number(process.env.RAPPORT_TEST_RUNS ?? 100);
const DAY = 86_400_000;

/** Two shoppers and a till that know the same orders, from several sources, in any order; and an operator. */
const histories = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: orderEvents() },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('identify' as const), i: fc.nat(2), j: fc.nat(3) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('merge' as const, 'unmerge' as const),
        i: fc.nat(3),
        j: fc.nat(3),
      }),
    },
  ),
  { minLength: 2, maxLength: 25 },
);

function orderEvents() {
  return fc.record({
    kind: fc.constant('event' as const),
    sender: fc.constantFrom('anonymous:a', 'anonymous:b', 'user:u1', 'email:x@example.com'),
    channel: fc.constantFrom<Channel>('web', 'order', 'store'),
    name: fc.constantFrom(
      'Order Completed',
      'Order Completed',
      'Order Updated',
      'Order Refunded',
      'Order Cancelled',
    ),
    order: fc.constantFrom('o1', 'o2'),
    day: fc.nat(80),
    amount: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 6 }),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
  });
}

type Step = typeof histories extends fc.Arbitrary<(infer S)[]> ? S : never;

const SENDERS = ['anonymous:a', 'anonymous:b', 'user:u1', 'email:x@example.com'];

async function play(rig: Rig, steps: readonly Step[]): Promise<void> {
  for (const [n, step] of steps.entries()) {
    if (step.kind === 'event') {
      const [namespace, value] = step.sender.split(':') as [string, string];
      await rig.append(
        record(
          [
            {
              id: `m${n}`,
              name: step.name,
              time: NOON + step.day * DAY,
              identities: { [namespace]: value },
              properties: {
                order_id: step.order,
                currency: step.currency,
                ...(step.amount !== null && { revenue: step.amount }),
              },
            },
          ],
          step.channel,
          NOON + 90 * DAY,
        ),
      );
    } else if (step.kind === 'identify') {
      const [namespace, value] = SENDERS[step.j]!.split(':') as [string, string];
      const identities = { anonymous: ['a', 'b', 'c'][step.i]!, [namespace]: value };
      await rig.append(record([{ id: `m${n}`, type: 'identify', identities }], 'order', NOON + 90 * DAY));
    } else await operate(rig, step.kind, SENDERS[step.i]!, SENDERS[step.j]!);
  }
  await caughtUp(rig);
  await rig.partition.flush();
}

/** Two people become one, or one whom somebody joined loses her again; nothing happens where there is nothing to do. */
async function operate(rig: Rig, kind: 'merge' | 'unmerge', one: string, other: string): Promise<void> {
  await caughtUp(rig);
  const [a, b] = [await rig.person(one), await rig.person(other)];
  const absorbed = a?.merges.at(-1)?.from;
  if (!a || (kind === 'merge' ? !b || a.id === b.id : absorbed === undefined)) return;
  const body = kind === 'merge' ? { people: [a.id, b!.id] } : { person: a.id, absorbed };
  const header = JSON.stringify({ kind, by: 'test', received: NOON });
  const position = await rig.append(Buffer.from(`${header}\n${JSON.stringify(body)}`));
  await rig.partition.folded(position).catch(() => {});
}

interface Row {
  readonly derived: number;
  readonly person: number;
  readonly name: string;
  readonly time: number;
  readonly channel: string;
  readonly source: string;
  readonly order: string;
  readonly revenue: number;
  readonly orderCount: number;
  readonly currency: string;
  readonly properties: JsonObject;
}

/** The rows as they are in the warehouse, each with the person of now. */
function rowsOf(rig: Rig): Row[] {
  const lines = (table: BlockTable) => textLines(rig.blocks, table).map((line) => line.split('\t'));
  const people = new Map<string, number>();
  for (const [fragment, , person] of lines('overrides')) people.set(fragment!, Number(person));
  return lines('events').map((cells) => {
    const cell = (name: (typeof FACT_COLUMNS)[number]) => cells[FACT_COLUMNS.indexOf(name)]!;
    return {
      derived: Number(cell('derived')),
      person: people.get(cell('fragment')) ?? Number(cell('person')),
      name: cell('name'),
      time: Math.round(Number(cell('time')) * 1000),
      channel: cell('channel'),
      source: cell('source'),
      order: cell('order_id'),
      revenue: toMoney(Number(cell('revenue')))!,
      orderCount: Number(cell('order_count')),
      currency: cell('currency'),
      properties: JSON.parse(cell('properties_text')) as JsonObject,
    };
  });
}

type Totals = Record<string, [revenue: number, orders: number]>;

function add(totals: Totals, key: string, revenue: number, orders: number): void {
  const [money, count] = totals[key] ?? [0, 0];
  totals[key] = [money + revenue, count + orders];
}

const withoutZeros = (totals: Totals): Totals =>
  Object.fromEntries(
    Object.entries(totals)
      .filter(([, [revenue, orders]]) => revenue !== 0 || orders !== 0)
      .sort(),
  );

const keyOf = (row: Pick<Row, 'person' | 'time' | 'channel'>, currency: string): string =>
  [row.person, new Date(row.time).toISOString().slice(0, 7), row.channel, currency].join(' ');

/** What an analyst's `sum(revenue), sum(order_count)` by person, month, channel and currency says. */
function totalsOfRows(rows: readonly Row[]): Totals {
  const totals: Totals = {};
  for (const row of rows) add(totals, keyOf(row, row.currency), row.revenue, row.orderCount);
  return withoutZeros(totals);
}

/** The same from the reports alone: each person's reports of an order, read as the documentation says. */
function totalsOfReports(rows: readonly Row[]): Totals {
  const totals: Totals = {};
  const orders = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.derived > 0 || row.order === '') continue;
    const key = `${row.person} ${row.order}`;
    orders.set(key, [...(orders.get(key) ?? []), row]);
  }
  for (const reports of orders.values()) {
    const [placed] = reports
      .filter(({ name }) => name === 'Order Completed')
      .sort((a, b) => a.time - b.time || (a.source < b.source ? -1 : 1));
    if (!placed) continue;
    const stated = reports
      .filter(({ name, properties }) => /Completed|Updated/.test(name) && properties.revenue !== undefined)
      .map(({ time, properties }) => ({
        time,
        amount: toMoney(properties.revenue)!,
        currency: String(properties.currency),
      }))
      .sort((a, b) => b.time - a.time || b.amount - a.amount || (a.currency < b.currency ? 1 : -1));
    const amount = stated[0]?.amount ?? 0;
    const currency = stated[0]?.currency ?? 'EUR';
    const byTime = (a: Row, b: Row) => a.time - b.time || (a.source < b.source ? -1 : 1);
    const [cancelled] = reports.filter(({ name }) => name === 'Order Cancelled').sort(byTime);
    const [returned] = reports
      .filter(({ name, properties }) => name === 'Order Refunded' && properties.revenue === undefined)
      .sort(byTime);
    const end = [cancelled, returned].filter((row) => row !== undefined).sort(byTime)[0];
    const money = (row: Row, revenue: number, count: number) =>
      add(totals, keyOf(row, currency), revenue, count);
    money(placed, amount, 1);
    let left = amount;
    for (const refund of reports) {
      if (refund.name !== 'Order Refunded' || refund.properties.revenue === undefined) continue;
      if (end && refund.time >= end.time) continue;
      money(refund, -toMoney(refund.properties.revenue)!, 0);
      left -= toMoney(refund.properties.revenue)!;
    }
    if (end) money(end, -left, 0);
    if (cancelled) money(cancelled, 0, -1);
  }
  return withoutZeros(totals);
}

/** The same without months and channels, from the profiles. */
async function totalsOfProfiles(rig: Rig, people: Iterable<number>): Promise<Totals> {
  const totals: Totals = {};
  for (const sender of [...SENDERS, 'anonymous:c']) {
    const view = await rig.person(sender);
    if (!view || totals[`${view.id}`]) continue;
    for (const [currency, revenue] of Object.entries(view.purchases.revenue))
      if (revenue !== 0) totals[`${view.id} ${currency}`] = [toMoney(revenue)!, 0];
    totals[`${view.id}`] = [0, view.purchases.count];
  }
  for (const person of people) expect(totals).toHaveProperty(String(person));
  return withoutZeros(totals);
}

describe('orders in the warehouse', () => {
  it('count as in the profiles and as in the reports, by month and channel, after any merges and un-merges', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const rig = await openRig();
        await play(rig, steps);
        const rows = rowsOf(rig);
        const inWarehouse = totalsOfRows(rows);
        expect(inWarehouse).toEqual(totalsOfReports(rows));
        const whole: Totals = {};
        for (const [key, [revenue, orders]] of Object.entries(inWarehouse)) {
          const [person, , , currency] = key.split(' ');
          add(whole, `${person} ${currency}`, revenue, 0);
          add(whole, `${person}`, 0, orders);
        }
        expect(withoutZeros(whole)).toEqual(
          await totalsOfProfiles(rig, new Set(rows.map(({ person }) => person))),
        );
        await rig.close();
      }),
      { numRuns: RUNS },
    );
  });

  it('are summed by SQL as simple as it should be', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rapport-orders-'));
    const warehouse = await openEmbeddedWarehouse({ folder });
    try {
      await migrateWarehouse(
        warehouse,
        fileURLToPath(new URL('../../migrations/warehouse', import.meta.url)),
      );
      const rig = await openRig();
      const report = (n: number, anonymous: string, channel: Channel, day: number, revenue: number) =>
        rig.send(
          [
            {
              id: `m${n}`,
              name: 'Order Completed',
              identities: { anonymous },
              time: NOON + day * DAY,
              properties: { order_id: 'o1', revenue },
            },
          ],
          channel,
        );
      // The till reports an order of the site a month later, nobody knows yet for whom; then she names herself on both.
      await report(1, 'phone', 'web', -40, 100);
      await report(2, 'card', 'order', 0, 105);
      for (const anonymous of ['phone', 'card'])
        await rig.send([{ id: `i${anonymous}`, type: 'identify', identities: { anonymous, user: 'u1' } }]);
      await rig.partition.flush();
      for (const { table, lines } of rig.blocks) {
        if (table === 'overrides') await warehouse.insert('person_overrides', OVERRIDE_COLUMNS, [lines]);
        if (table === 'events') await warehouse.insert('events', FACT_COLUMNS, [lines]);
      }
      const { from, person } = currentPerson(await countOverrides(warehouse));
      const { rows } = await warehouse.query(
        `select toYYYYMM(time) as month, channel, uniq(${person}) as people, sum(order_count) as orders, sum(revenue) as money
from ${from}
where order_count != 0 or revenue != 0
group by month, channel
order by month, channel`,
      );
      expect(rows).toEqual([
        { month: 202603, channel: 'web', people: 1, orders: 1, money: 105 },
        { month: 202605, channel: 'order', people: 1, orders: 0, money: 0 },
      ]);
      await rig.close();
    } finally {
      await warehouse.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
