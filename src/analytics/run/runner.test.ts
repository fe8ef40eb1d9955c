import { describe, expect, it } from 'vitest';
import type { Warehouse } from '../../engine/warehouse/index.ts';
import type { Frame } from '../frame.ts';
import { Runner } from './runner.ts';

/** Stands in for the engine: says what it was asked, and waits until it is told to answer or nobody waits any more. */
function engine() {
  const asked: string[] = [];
  const query: Warehouse['query'] = (sql, _bindings, limits) => {
    asked.push(sql);
    const answer = {
      rows: [{ n: asked.length }] as never[],
      statistics: { rowsRead: 10, bytesRead: 0, elapsedMs: 1 },
    };
    if (!sql.includes('slow')) return Promise.resolve(answer);
    return new Promise((_, reject) =>
      limits!.signal!.addEventListener('abort', () => reject(new Error('ended'))),
    );
  };
  return { asked, warehouse: { query } as unknown as Warehouse };
}

function runnerOver({ warehouse }: ReturnType<typeof engine>) {
  const now: { at: number; version: string; loadedShare?: number } = { at: 1_000_000, version: '1' };
  let count = 0;
  const runner = new Runner({
    warehouse,
    clock: { now: () => now.at },
    newId: () => `q${++count}`,
    freshness: () => ({ ...now, freshAt: now.at }),
  });
  const signal = new AbortController().signal;
  const ask = (sql: string, key: string | undefined = sql) =>
    runner.answer({ key, question: 'table', user: 'u', frame: {} as Frame, signal }, async ({ run }) => ({
      rows: await run({ sql, bindings: {} }),
    }));
  return { runner, ask, now };
}

describe('the runner', () => {
  it('answers the same question over the same data once', async () => {
    const { asked, warehouse } = engine();
    const { ask, now } = runnerOver({ asked, warehouse });
    expect((await ask('select 1')).about).toEqual({
      rowsRead: 10,
      elapsedMs: 1,
      freshAt: 1_000_000,
      isExact: true,
      isCached: false,
    });
    expect((await ask('select 1')).about.isCached).toBe(true);
    now.version = '2';
    now.at += 4_000;
    expect((await ask('select 1')).about.isCached).toBe(true);
    now.at += 2_000;
    expect((await ask('select 1')).about.isCached).toBe(false);
    now.at += 59_000;
    expect((await ask('select 1')).about.isCached).toBe(true);
    now.at += 2_000;
    expect((await ask('select 1')).about.isCached).toBe(false);
    expect(asked).toHaveLength(3);
  });

  it('says when something was estimated', async () => {
    const { ask } = runnerOver(engine());
    expect((await ask('select uniqExact(who)')).about.isExact).toBe(true);
    expect((await ask('select uniqIf(who, 1)')).about.isExact).toBe(false);
  });

  it('says how much of the history was read in while it is', async () => {
    const { ask, now } = runnerOver(engine());
    now.loadedShare = 0.71;
    expect((await ask('select 1')).about.loadedShare).toBe(0.71);
  });

  it('lists what runs, and ends it in the engine when it is cancelled', async () => {
    const { runner, ask } = runnerOver(engine());
    const answer = ask('select slow');
    expect(runner.list()).toEqual([{ id: 'q1', question: 'table', user: 'u', since: 1_000_000 }]);
    await new Promise((resolve) => setImmediate(resolve));
    runner.cancel('q1');
    await expect(answer).rejects.toMatchObject({ code: 'analytics.cancelled' });
    expect(runner.list()).toEqual([]);
    expect(() => runner.cancel('q1')).toThrow('No question of this id');
  });
});
