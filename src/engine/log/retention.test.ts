import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RetentionQuestion, trimBefore } from './retention.ts';

const DAY = 86_400_000;

/** 100 records from position 1000 on, one a day, 10 bytes each; the last one arrived now. */
const question: RetentionQuestion = {
  bounds: { first: 1000, next: 1100, bytes: 1000 },
  limits: { ageMsMax: 500 * DAY, bytesMax: 10_000 },
  now: 99 * DAY,
  neededFrom: 1100,
  receivedAt: async (position) => (position - 1000) * DAY,
};

test('nothing goes while age and size are within the limits', async () => {
  expect(await trimBefore(question)).toBe(1000);
});

test('records older than the limit go', async () => {
  expect(await trimBefore({ ...question, limits: { ageMsMax: 7 * DAY, bytesMax: 10_000 } })).toBe(1092);
});

test('the oldest records go while there is too much', async () => {
  expect(await trimBefore({ ...question, limits: { ageMsMax: 500 * DAY, bytesMax: 250 } })).toBe(1075);
});

test('the stricter of the two limits counts', async () => {
  expect(await trimBefore({ ...question, limits: { ageMsMax: 7 * DAY, bytesMax: 250 } })).toBe(1092);
});

test('what someone still has to read stays', async () => {
  const strict = { ageMsMax: 0, bytesMax: 0 };
  expect(await trimBefore({ ...question, limits: strict, neededFrom: 1010 })).toBe(1010);
  expect(await trimBefore({ ...question, limits: strict, neededFrom: 5 })).toBe(1000);
});

test('an empty partition has nothing to trim and is not asked for a time', async () => {
  const receivedAt = () => Promise.reject(new Error('asked'));
  const bounds = { first: 7, next: 7, bytes: 0 };
  expect(await trimBefore({ ...question, bounds, receivedAt })).toBe(7);
});

test('by age exactly the records before the boundary go, with few questions', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(1000), { maxLength: 200 }),
      fc.nat(1000),
      fc.nat(1000),
      async (times, first, age) => {
        times.sort((a, b) => a - b);
        let questionCount = 0;
        const before = await trimBefore({
          bounds: { first, next: first + times.length, bytes: times.length },
          limits: { ageMsMax: age, bytesMax: 1000 },
          now: 1000,
          neededFrom: Number.MAX_SAFE_INTEGER,
          receivedAt: async (position) => {
            questionCount++;
            return times[position - first]!;
          },
        });
        expect(before).toBe(first + times.filter((time) => time < 1000 - age).length);
        expect(questionCount).toBeLessThanOrEqual(8);
      },
    ),
  );
});
