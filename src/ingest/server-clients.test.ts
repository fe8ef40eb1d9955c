import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Analytics } from '@segment/analytics-node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refusal } from '../core/index.ts';
import type { DecodedEvent } from './decoded.ts';
import { type Bench, openBench, until } from './ingest.fixture.ts';

/** The real clock: these clients stamp what they send with it. */
const NOW = { time: 0, now: () => Date.now() };

let bench: Bench;
let host: string;
beforeEach(async () => {
  bench = await openBench({ clock: NOW });
  host = await bench.listen();
});
afterEach(() => bench.close());

const values = (event: DecodedEvent) =>
  event.identities.map(({ namespace, value }) => `${namespace}:${value}`);
const shapes = (events: readonly DecodedEvent[]) =>
  events.map((event) => [event.type, event.name, values(event)]);

const expectedShapes = [
  ['identify', 'Identified', ['anonymous:a1', 'user:u1', 'email:sarah@example.com']],
  ['track', 'Order Completed', ['user:u1']],
  ['page', 'Page Viewed', ['anonymous:a1']],
  ['screen', 'Screen Viewed', ['anonymous:a1']],
  ['group', 'Group Joined', ['user:u1']],
  ['alias', 'Alias Given', ['user:u1', 'user:old']],
];

describe('@segment/analytics-node', () => {
  const open = (more: object = {}) => new Analytics({ writeKey: 'wk', host, flushInterval: 50, ...more });

  test('every call arrives as the event it stands for', async () => {
    const analytics = open();
    const before = Date.now();
    analytics.identify({
      userId: 'u1',
      anonymousId: 'a1',
      traits: { email: 'sarah@example.com', plan: 'gold' },
    });
    analytics.track({
      userId: 'u1',
      event: 'Order Completed',
      properties: { order_id: 'o1', revenue: 12.5 },
    });
    analytics.page({ anonymousId: 'a1', name: 'Home', properties: { path: '/' } });
    analytics.screen({ anonymousId: 'a1', name: 'Cart' });
    analytics.group({ userId: 'u1', groupId: 'g1', traits: { name: 'Firm' } });
    analytics.alias({ userId: 'u1', previousId: 'old' });
    await analytics.closeAndFlush();
    const events = await bench.received(6);
    expect(shapes(events)).toEqual(expectedShapes);
    expect(bench.rejects()).toEqual([]);
    expect(events.map((event) => event.properties).slice(0, 3)).toEqual([
      { email: 'sarah@example.com', plan: 'gold' },
      { order_id: 'o1', revenue: 12.5 },
      { path: '/', name: 'Home' },
    ]);
    expect(events[0]?.context).toMatchObject({ library: { name: '@segment/analytics-node' } });
    for (const event of events) {
      expect(event.id).toMatch(/^node-next-/);
      expect(event.time).toBeGreaterThanOrEqual(before - 5);
      expect(event.time).toBeLessThanOrEqual(event.received);
    }
  });

  test('history keeps the time that the caller gives', async () => {
    const analytics = open();
    const timestamp = new Date(Date.now() - 400 * 86_400_000);
    analytics.track({ userId: 'u1', event: 'Order Completed', timestamp });
    await analytics.closeAndFlush();
    const [event] = await bench.received(1);
    // The clock of the sender is ours here, so only the time on the wire (ms) is between.
    expect(Math.abs(event!.time - timestamp.getTime())).toBeLessThan(2_000);
  });

  test('waits as long as it is told when the log is busy, and loses nothing', async () => {
    bench.refuse(2, refusal('log.busy', 429, 'Too much waits.', { retryAfterSeconds: 1 }));
    const analytics = open({ flushAt: 1 });
    const start = Date.now();
    analytics.track({ userId: 'u1', event: 'Ping', messageId: 'm1' });
    const [event] = await bench.received(1);
    expect(Date.now() - start).toBeGreaterThanOrEqual(1_900);
    expect(event?.id).toBe('m1');
    await analytics.closeAndFlush();
  });

  test('comes back after a full disk', async () => {
    bench.refuse(1, refusal('log.full', 503, 'No room.', { retryAfterSeconds: 1 }));
    const analytics = open({ flushAt: 1 });
    analytics.track({ userId: 'u1', event: 'Ping', messageId: 'm1' });
    expect((await bench.received(1))[0]?.id).toBe('m1');
    await analytics.closeAndFlush();
  });

  test('gives up at once on a wrong write key and says so', async () => {
    const analytics = open({ writeKey: 'wrong', flushAt: 1 });
    const errors: unknown[] = [];
    let requests = 0;
    analytics.on('error', (error) => errors.push(error));
    analytics.on('http_request', () => requests++);
    analytics.track({ userId: 'u1', event: 'Ping' });
    await until(
      () => errors.length > 0,
      () => 'no error was reported',
    );
    expect(requests).toBe(1);
    expect(errors[0]).toMatchObject({
      code: 'delivery_failure',
      reason: { message: expect.stringContaining('401') },
    });
    await analytics.closeAndFlush();
  });

  test('an event that is larger than it should be is taken and put aside with its reason', async () => {
    const analytics = open();
    analytics.track({
      userId: 'u1',
      event: 'Big',
      messageId: 'big',
      properties: Object.fromEntries(Array.from({ length: 4 }, (_, i) => [`k${i}`, 'x'.repeat(9_000)])),
    });
    analytics.track({ userId: 'u1', event: 'Small' });
    await analytics.closeAndFlush();
    expect((await bench.received(1)).map((event) => event.name)).toEqual(['Small']);
    expect(bench.rejects().map((reject) => reject.code)).toEqual(['event.too-large']);
  });
});

describe('@rudderstack/rudder-sdk-node', () => {
  type Rudder = InstanceType<typeof RudderAnalytics>;
  const open = (more: object = {}): Rudder =>
    new RudderAnalytics('wk', { dataPlaneUrl: host, flushInterval: 50, logLevel: 'none', ...more });

  test('every call arrives as the event it stands for, packed as it is', async () => {
    const rudder = open({ flushAt: 6 });
    rudder.identify({ userId: 'u1', anonymousId: 'a1', traits: { email: 'sarah@example.com' } });
    rudder.track({ userId: 'u1', event: 'Order Completed', properties: { order_id: 'o1' } });
    rudder.page({ anonymousId: 'a1', name: 'Home' });
    rudder.screen({ anonymousId: 'a1', name: 'Cart' });
    rudder.group({ userId: 'u1', groupId: 'g1' });
    rudder.alias({ userId: 'u1', previousId: 'old' });
    await rudder.flush();
    const events = await bench.received(6);
    expect(shapes(events)).toEqual(expectedShapes);
    expect(events[0]?.properties).toEqual({ email: 'sarah@example.com' });
    expect(bench.rejects()).toEqual([]);
    for (const event of events) expect(Math.abs(event.time - event.received)).toBeLessThan(5_000);
  });

  test('comes back when the log is busy or full', async () => {
    bench.refuse(1, refusal('log.busy', 429, 'Too much waits.', { retryAfterSeconds: 1 }));
    bench.refuse(1, refusal('log.full', 503, 'No room.', { retryAfterSeconds: 1 }));
    const rudder = open();
    rudder.track({ userId: 'u1', event: 'Ping' });
    expect(await bench.received(1)).toHaveLength(1);
  });
});
