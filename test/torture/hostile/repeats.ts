import type { Act, NativeEvent, Stage } from './stage.ts';

const DAY_MS = 86_400_000;

/** The same batch four times, twice at the same moment. */
export const fourTimes: Act = {
  name: 'the same batch four times',
  async run(stage) {
    const events = Array.from(
      { length: 100 },
      (_, i): NativeEvent => ({
        id: `four-${i}`,
        name: 'Order Completed',
        identities: { user: 'four-times' },
        properties: { order_id: `four-${i % 10}`, revenue: 10, currency: 'EUR' },
      }),
    );
    await stage.send(events);
    await Promise.all([stage.send(events), stage.send(events)]);
    await stage.send(events);
    await stage.folded();
    const person = await stage.person('user:four-times');
    return expectEqual(
      'after a batch came four times',
      {
        events: person?.events.count,
        orders: person?.purchases.count,
        revenue: person?.purchases.revenue.EUR,
      },
      { events: 100, orders: 10, revenue: 100 },
    );
  },
};

/** The life of one person in order, and of her twin from the last event to the first. */
export const outOfOrder: Act = {
  name: 'events out of order',
  async run(stage) {
    const now = Date.now();
    await stage.send(life('straight', now), 1);
    await stage.send(life('reversed', now).reverse(), 1);
    await stage.folded();
    return expectEqual(
      'after events in reverse',
      await story(stage, 'reversed'),
      await story(stage, 'straight'),
    );
  },
};

function life(who: string, now: number): NativeEvent[] {
  const identities = { anonymous: `${who}-phone` };
  const known = { ...identities, user: who };
  const at = (minutesAgo: number) => now - minutesAgo * 60_000;
  const order = { order_id: `${who}-1`, revenue: 50, currency: 'EUR' };
  return [
    { id: `${who}-1`, name: 'Product Viewed', identities, time: at(500) },
    { id: `${who}-2`, name: 'Product Viewed', identities, time: at(490) },
    { id: `${who}-3`, type: 'identify', identities: known, time: at(485), properties: { plan: 'silver' } },
    { id: `${who}-4`, name: 'Order Completed', identities: known, time: at(480), properties: order },
    { id: `${who}-5`, name: 'Product Viewed', identities: known, time: at(300) },
    { id: `${who}-6`, type: 'identify', identities: known, time: at(290), properties: { plan: 'gold' } },
    {
      id: `${who}-7`,
      name: 'Order Refunded',
      identities: known,
      time: at(100),
      properties: { ...order, revenue: 20 },
    },
    { id: `${who}-8`, name: 'Product Viewed', identities, time: at(10) },
  ];
}

async function story(stage: Stage, who: string) {
  const person = await stage.person(`user:${who}`);
  return {
    events: person?.events,
    sessions: person?.sessions.count,
    plan: person?.attributes['plan']?.value,
    orders: person?.purchases.count,
    revenue: person?.purchases.revenue,
  };
}

/** Senders whose clocks are wrong by days, to either side, with and without saying when they sent. */
export const wrongClocks: Act = {
  name: 'clocks off by days',
  async run(stage) {
    const faults: string[] = [];
    for (const [name, offMs] of [
      ['ahead', 9 * DAY_MS],
      ['behind', -400 * DAY_MS],
      ['far-ahead', 90_000 * DAY_MS],
    ] as const) {
      const senderNow = Date.now() + offMs;
      const batch = [
        {
          messageId: `clock-${name}`,
          type: 'track',
          event: 'Seen',
          userId: `clock-${name}`,
          timestamp: new Date(senderNow - 60_000).toISOString(),
        },
      ];
      const sentAt = new Date(senderNow).toISOString();
      const answer = await stage.post('/v1/batch', JSON.stringify({ batch, sentAt }));
      if (answer.status !== 200) faults.push(`a clock ${name} was answered ${answer.status}`);
      stage.owed.add(`clock-${name}`);
      await stage.folded();
      const happened = (await stage.person(`user:clock-${name}`))?.events.first ?? 0;
      const errorMs = Math.abs(Date.now() - 60_000 - happened);
      if (errorMs > 30_000) faults.push(`a clock ${name} put its event ${Math.round(errorMs / 1_000)} s off`);
    }
    await stage.send([
      {
        id: 'clock-future',
        name: 'Seen',
        identities: { user: 'clock-future' },
        time: Date.now() + 9 * DAY_MS,
      },
    ]);
    await stage.folded();
    const last = (await stage.person('user:clock-future'))?.events.last ?? 0;
    if (last > Date.now()) faults.push('an event of the future was believed');
    return faults;
  },
};

/** A sentence when two values differ. */
export function expectEqual(when: string, found: unknown, expected: unknown): string[] {
  const [a, b] = [JSON.stringify(found), JSON.stringify(expected)];
  return a === b ? [] : [`${when}: ${a} instead of ${b}`];
}
