import { expect, it } from 'vitest';
import { refusal } from '../core/index.ts';
import type { QueryLimits, Warehouse } from '../engine/warehouse/index.ts';
import { inTime } from './in-time.ts';

const ADVICE = 'Ask later.';
const noTime = { code: 'audience.no-time', status: 503, message: expect.stringContaining(ADVICE) };

/** A warehouse of which only the questions are asked. */
function answering(answer: (limits: QueryLimits) => Promise<unknown>): Warehouse {
  const query = (_sql: string, _bindings: object, limits: QueryLimits) => answer(limits);
  return { query } as unknown as Warehouse;
}

it('a question has the time that those before it left, and none when they took it all', async () => {
  let now = 0.25;
  const given: (number | undefined)[] = [];
  const warehouse = answering(async ({ seconds }) => {
    given.push(seconds);
    now += 4_000;
    return { rows: [] };
  });
  const soon = inTime(warehouse, 10, ADVICE, () => now);
  await soon.query('select 1');
  await soon.query('select 1');
  await soon.query('select 1', {}, { seconds: 1 });
  expect(given).toEqual([10, 6, 1]);
  await expect(soon.query('select 1')).rejects.toMatchObject(noTime);
  expect(given).toHaveLength(3);
});

it('a warehouse that does not answer in time is a refusal that says what to do, any other refusal stays', async () => {
  const silent = answering(
    ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal!.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  );
  await expect(inTime(silent, 0.01, ADVICE).query('select 1')).rejects.toMatchObject(noTime);
  const refusing = (clickhouseCode: number) =>
    answering(async () => {
      throw refusal('warehouse.too-expensive', 422, 'Too much.', { detail: { clickhouseCode } });
    });
  await expect(inTime(refusing(159), 10, ADVICE).query('select 1')).rejects.toMatchObject(noTime);
  await expect(inTime(refusing(241), 10, ADVICE).query('select 1')).rejects.toMatchObject({
    code: 'warehouse.too-expensive',
  });
});
