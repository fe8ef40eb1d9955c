import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DemoOptions } from './options.ts';
import { openRetailer } from './retailer.ts';
import { DAY_MS } from './time.ts';

const NOW = Date.UTC(2026, 2, 31, 10);

/** SHA-256 over the messages as they go over the wire. */
function hashOf(options: Partial<DemoOptions>): string {
  const hash = createHash('sha256');
  for (const { source, at, message } of openRetailer({ now: NOW, people: 300, days: 30, ...options }, false)
    .items)
    hash.update(`${source} ${at} ${JSON.stringify(message)}\n`);
  return hash.digest('hex');
}

/** The messages of the first people alone: their keys stand in the ids of what they send. */
function messagesOf(count: number, options: Partial<DemoOptions>): string[] {
  const lines: string[] = [];
  for (const { source, at, message } of openRetailer({ now: NOW, days: 30, ...options }).items) {
    const id = 'messageId' in message ? message.messageId : message.id;
    const number = /(?:^|-)p(\d+)(?:-|$)/.exec(id) ?? /[WAST](\d{6})-\d/.exec(id);
    if (number && Number(number[1]) < count && !/^till-S\d{5}-/.test(id))
      lines.push(`${source} ${at} ${JSON.stringify(message)}`);
  }
  return lines.sort();
}

describe('the stream of messages', () => {
  it('is the same to the byte for the same seed, and another one for another seed', () => {
    const first = hashOf({ seed: 3 });
    expect(hashOf({ seed: 3 })).toBe(first);
    expect(hashOf({ seed: 4 })).not.toBe(first);
  });

  it('tells the same of a person however many others there are', () => {
    const few = messagesOf(100, { people: 100 });
    expect(few.length).toBeGreaterThan(1_000);
    expect(messagesOf(100, { people: 400 })).toEqual(few);
  });

  it('keeps the history as it is when it goes on after now', () => {
    const history = (aheadDays: number): string[] => {
      const lines: string[] = [];
      for (const { at, message } of openRetailer({ now: NOW, people: 200, days: 20, aheadDays }).items)
        if (at < NOW) lines.push(JSON.stringify(message));
      return lines;
    };
    expect(history(2)).toEqual(history(0));
  });

  it('sends its campaigns again after now, under names of their own', () => {
    const campaigns = (isLive: boolean): Set<unknown> => {
      const ids = new Set<unknown>();
      for (const { source, at, message } of openRetailer({ now: NOW, people: 200, days: 20, aheadDays: 20 })
        .items)
        if (source === 'messages' && at > NOW === isLive) ids.add(message.properties?.['campaign_id']);
      return ids;
    };
    expect(campaigns(false)).toContain('news-yoga-morning');
    expect(campaigns(false)).not.toContain('news-yoga-morning-2');
    expect(campaigns(true)).toContain('news-yoga-morning-2');
  });

  it('goes on changing after now: prices, stock of warehouse and stores, advertising, incidents', () => {
    const { world, items } = openRetailer({ now: NOW, people: 30, days: 20, aheadDays: 45 }, false);
    const seen = { price: 0, warehouse: 0, shelf: 0, ads: new Set<unknown>() };
    for (const { source, at, message } of items) {
      if (at <= NOW + 2 * DAY_MS) continue;
      if (source === 'ads') seen.ads.add(message.properties?.['campaign_id']);
      if (source !== 'catalogue') continue;
      if (message.name === 'Product Updated') seen.price++;
      else if (message.properties?.['store_id'] === undefined) seen.warehouse++;
      else seen.shelf++;
    }
    expect(seen.price).toBeGreaterThan(10);
    expect(seen.warehouse).toBeGreaterThan((42 * 600) / 7);
    expect(seen.shelf).toBeGreaterThan(100);
    expect([...seen.ads]).toEqual(expect.arrayContaining(['search-yoga', 'display-spring-2']));
    const bugs = world.incidents.filter(({ id }) => id === 'mobile-checkout-bug').map(({ from }) => from);
    expect(bugs.map((from) => from > NOW)).toEqual([false, true, true, true]);
  });

  it('delivers in order of time, never before a thing happened, and ends at now', () => {
    let last = 0;
    let late = 0;
    for (const { at, message } of openRetailer({ now: NOW, people: 300, days: 30 }).items) {
      expect(at >= last).toBe(true);
      const time = Date.parse('timestamp' in message ? message.timestamp : message.time);
      if (time > at) throw new Error(`delivered ${at - time} ms too early: ${JSON.stringify(message)}`);
      if (at - time > DAY_MS / 24) late++;
      last = at;
    }
    expect(last).toBeLessThanOrEqual(NOW);
    expect(late).toBeGreaterThan(0);
  });

  it('gives every message an id of its own, but for repetitions, which are equal to the byte', () => {
    const seen = new Map<string, string>();
    let repeated = 0;
    for (const { source, message } of openRetailer({ now: NOW, people: 500, days: 30 }).items) {
      const id = `${source} ${'messageId' in message ? message.messageId : message.id}`;
      const text = JSON.stringify(message);
      const known = seen.get(id);
      if (known !== undefined) {
        expect(text).toBe(known);
        repeated++;
      }
      seen.set(id, text);
    }
    expect(repeated).toBeGreaterThan(5);
  });

  it('holds the dirt of real wires', () => {
    const found = { blankUser: 0, blankDevice: 0, currency: 0, product: 0 };
    for (const { message } of openRetailer({ now: NOW, people: 1_500, days: 30 }).items) {
      if (!('messageId' in message)) continue;
      if (message.userId !== undefined && !message.userId.startsWith('U')) found.blankUser++;
      if (message.anonymousId === undefined || message.anonymousId.length < 36) found.blankDevice++;
      if (['EURO', 'eur', '€', 'GPB', 'XXX'].includes(message.properties?.['currency'] as string))
        found.currency++;
      if ((message.properties?.['product_id'] as string | undefined)?.startsWith('X')) found.product++;
    }
    for (const count of Object.values(found)) expect(count).toBeGreaterThan(0);
  });
});
