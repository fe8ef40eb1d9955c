import { describe, expect, it } from 'vitest';
import { openRetailer } from '../retailer.ts';
import type { Item } from '../stage.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';
import { createPace } from './pace.ts';

const SHOP = Date.UTC(2026, 2, 31, 10);
const REAL = Date.UTC(2026, 10, 22, 14);

function view(device: string, at: number): Item {
  const message = {
    type: 'page',
    messageId: `${device}-${at}`,
    anonymousId: device,
    timestamp: new Date(at).toISOString(),
    context: {},
  } as const;
  return { source: 'web', at, message, fact: undefined };
}

describe('the pace of a shop', () => {
  it('is that of life at speed 1', () => {
    const pace = createPace(1, SHOP, REAL);
    for (const later of [0, 10 * SECOND_MS, 3 * HOUR_MS, 3 * HOUR_MS + 5])
      expect(pace.dueAt(view('phone', SHOP + later))).toBe(REAL + later);
    expect(pace.shopTime(REAL + 7)).toBe(SHOP + 7);
  });

  it('lets people come sixty times as often, and lets a visit take as long as it takes', () => {
    const pace = createPace(60, SHOP, REAL);
    const due = (device: string, later: number): number => pace.dueAt(view(device, SHOP + later)) - REAL;
    expect(due('phone', HOUR_MS)).toBe(MINUTE_MS);
    expect(due('phone', HOUR_MS + 40 * SECOND_MS)).toBe(MINUTE_MS + 40 * SECOND_MS);
    expect(due('laptop', HOUR_MS + 60 * SECOND_MS)).toBe(MINUTE_MS + SECOND_MS);
    expect(due('phone', HOUR_MS + 90 * SECOND_MS)).toBe(MINUTE_MS + 90 * SECOND_MS);
    expect(due('phone', 5 * HOUR_MS)).toBe(5 * MINUTE_MS);
    expect(pace.shopTime(REAL + MINUTE_MS)).toBe(SHOP + HOUR_MS);
  });

  it('sends nothing before its time, keeps the order on a device, and falls behind by a visit at most', () => {
    const speed = 60;
    const pace = createPace(speed, SHOP, REAL);
    const last = new Map<string, number>();
    let behindMax = 0;
    for (const item of openRetailer({ now: SHOP, people: 300, days: 20, aheadDays: 5 }, false).items) {
      if (item.at <= SHOP) continue;
      const due = pace.dueAt(item);
      const linear = REAL + (item.at - SHOP) / speed;
      expect(due).toBeGreaterThanOrEqual(linear);
      behindMax = Math.max(behindMax, due - linear);
      const device = 'identities' in item.message ? '' : (item.message.anonymousId ?? '');
      if (device === '') continue;
      expect(due).toBeGreaterThanOrEqual(last.get(device) ?? 0);
      last.set(device, due);
    }
    expect(behindMax).toBeGreaterThan(MINUTE_MS);
    expect(behindMax).toBeLessThan(HOUR_MS);
  });
});
