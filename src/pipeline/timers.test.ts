import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyMemory, openMemoryState } from '../engine/state/index.ts';
import { type Timer, timerKey } from './keys.ts';
import { Timers } from './timers.ts';

const HEAP_MAX = 8;

describe('timers', () => {
  it('fire all and in order, though only a few are in memory and people change their minds', async () => {
    const change = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 200 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 80 }),
        fc.array(change, { maxLength: 40 }),
        async (first, later) => {
          const state = await openMemoryState(emptyMemory());
          const due = new Map<number, number>();
          const stored = new Map<number, number>();
          const store = async (person: number): Promise<void> => {
            const [before, now] = [stored.get(person), due.get(person)];
            if (before !== undefined)
              await state.commit([{ collection: 'timers', key: timerKey(before, person), value: undefined }]);
            stored.delete(person);
            if (now === undefined) return;
            await state.commit([{ collection: 'timers', key: timerKey(now, person), value: '' }]);
            stored.set(person, now);
          };
          const unstored = (): Timer[] =>
            [...due].filter(([id, at]) => stored.get(id) !== at).map(([person, at]) => ({ due: at, person }));
          const timers = new Timers(state, unstored, HEAP_MAX);
          for (const [person, at, isStored] of first) {
            due.set(person, at);
            timers.set({ due: at, person });
            if (isStored) await store(person);
          }
          const fired: Timer[] = [];
          let now = 0;
          const passUntil = async (moment: number): Promise<void> => {
            now = moment;
            for (;;) {
              if (timers.isShortOf(now)) await timers.load();
              const top = timers.peek();
              if (!top || top.due > now) return;
              timers.pop();
              if (due.get(top.person) !== top.due) continue;
              due.delete(top.person);
              fired.push(top);
              expect(timers.size).toBeLessThanOrEqual(HEAP_MAX);
            }
          };
          const expected: Timer[] = [];
          const expectUntil = (moment: number): void => {
            const ripe = [...due]
              .filter(([, at]) => at <= moment)
              .map(([person, at]) => ({ due: at, person }));
            expected.push(...ripe.sort((a, b) => a.due - b.due || a.person - b.person));
          };
          for (const [person, after, isStored] of later) {
            const at = now + after;
            due.set(person, at);
            timers.set({ due: at, person });
            if (isStored) await store(person);
            const moment = now + (after % 7);
            expectUntil(moment);
            await passUntil(moment);
          }
          expectUntil(1_000);
          await passUntil(1_000);
          expect(fired).toEqual(expected);
        },
      ),
      { numRuns: Number(process.env.RAPPORT_RUNS ?? 300) },
    );
  });
});
