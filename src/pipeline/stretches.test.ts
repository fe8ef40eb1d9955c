import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stretches } from './stretches.ts';

interface Record {
  readonly key: number;
  place: number;
}

const UNCHANGED = -1;

/** Records of which each change is noted once until it is taken, as a shelf does it. */
function open() {
  const stretches = new Stretches<number, Record>();
  const records = new Map<number, Record>();
  const waiting = new Map<number, number>();
  return {
    change(key: number, place: number): void {
      const record = records.get(key) ?? { key, place: UNCHANGED };
      records.set(key, record);
      if (record.place !== UNCHANGED) return;
      record.place = place;
      waiting.set(key, place);
      stretches.add(record);
    },
    take(): number | undefined {
      const record = stretches.take();
      if (!record) return undefined;
      waiting.delete(record.key);
      record.place = UNCHANGED;
      return record.key;
    },
    /** Somebody takes it out of its turn. */
    pick(key: number): void {
      waiting.delete(key);
      const record = records.get(key);
      if (record) record.place = UNCHANGED;
    },
    waiting,
    stretches,
  };
}

const keys = fc.integer({ min: 0, max: 50 });
const steps = fc.array(
  fc.oneof(
    fc.record({ change: keys }),
    fc.record({ pick: keys }),
    fc.record({ take: fc.integer({ min: 1, max: 9 }) }),
  ),
  { maxLength: 200 },
);

describe('changes that wait to be stored', () => {
  it('are each taken once, and the oldest place is that of what still waits', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { change, take, pick, waiting, stretches } = open();
        for (const [place, step] of all.entries()) {
          if ('change' in step) change(step.change, place);
          else if ('pick' in step) pick(step.pick);
          else for (let i = 0; i < step.take; i++) take();
          expect(stretches.oldest()).toBe(waiting.size > 0 ? Math.min(...waiting.values()) : undefined);
          expect([...stretches].map(({ key }) => key).sort()).toEqual([...waiting.keys()].sort());
        }
        const left = new Set(waiting.keys());
        for (let key = take(); key !== undefined; key = take()) expect(left.delete(key)).toBe(true);
        expect(left.size).toBe(0);
      }),
    );
  });

  it('come near each other when their keys are, once it is known what keys there are', () => {
    const { change, take } = open();
    const MANY = 100_000;
    // Multiplying by a number that shares no factor with the count goes through all keys in no order.
    for (let i = 0; i < MANY; i++) change((i * 61_403) % MANY, i);
    while (take() !== undefined);
    for (let i = 0; i < MANY; i++) change((i * 61_403) % MANY, i);
    const first = Array.from({ length: 1_000 }, () => take()!);
    expect(Math.max(...first) - Math.min(...first)).toBeLessThan(MANY / 20);
  });

  it('wait no longer than a round, however often their neighbours change', () => {
    const { change, take } = open();
    for (let key = 0; key < 60_000; key++) change(key, key);
    const taken = new Set<number>();
    for (let i = 0; i < 120_000; i++) {
      const key = take()!;
      taken.add(key);
      change(0, i);
      change(1, i);
    }
    expect(taken.size).toBe(60_000);
  });
});
