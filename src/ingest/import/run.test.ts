import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusal } from '../../core/index.ts';
import { fileOf, imported, NOW, traced } from './import.fixture.ts';
import { runImport } from './run.ts';
import type { Progress } from './tally.ts';

const MAP = {
  preset: 'order-lines',
  order: 'no',
  time: 'at',
  identities: [{ namespace: 'crm', value: 'who' }],
  product: { product_id: 'sku' },
  price: 'price',
};
/** 30,000 lines of 10,000 orders, every 50th line unreadable, orders of two tills interleaved now and then. */
const LINES = Array.from({ length: 30_000 }, (_, i) => {
  const order = i % 900 === 3 ? Math.floor(i / 3) - 1 : Math.floor(i / 3);
  return `${order},2024-01-01 10:00:00,${order % 500},"sku, ${i}",${i % 50 === 7 ? 'free' : '1.10'}`;
});
const FILE = `no,at,who,sku,price\n${LINES.join('\n')}\n`;

const idsOf = (trace: { events(): { id: string }[] }) => trace.events().map((event) => event.id);

describe('running an import', () => {
  test('a record holds at most 2,000 events and about 256 KB, and its header says where it is from', async () => {
    const { records } = await imported(FILE, MAP, {
      source: { id: 'tills', channel: 'store', country: 'GB' },
    });
    expect(records.length).toBeGreaterThan(5);
    expect(records[0]!.header).toEqual({
      kind: 'collected',
      protocol: 'import',
      source: 'tills',
      channel: 'store',
      country: 'GB',
      received: NOW,
    });
    for (const { body } of records) expect(body.length).toBeLessThan(262_144);
  });

  test('progress counts rows, events and rejects, and the rejects carry file, line and row', async () => {
    const { outcome, rejects, saved, events } = await imported(FILE, MAP);
    const { totals } = outcome.progress;
    expect(outcome.state).toBe('done');
    expect(totals.rows).toBe(30_000);
    expect(totals.bytesRead).toBe(FILE.length);
    expect(totals.events).toBe(events().length);
    expect(totals.rejected['value.not-a-number']).toBe(600);
    expect(rejects.filter(({ code }) => code === 'value.not-a-number')[0]).toEqual({
      file: 'orders.csv',
      line: 9,
      code: 'value.not-a-number',
      column: 'price',
      row: LINES[7],
    });
    expect(saved.at(-1)).toEqual(outcome.progress);
  });

  test('stopped anywhere and taken up again, every event is appended once and every reject told once', async () => {
    const whole = await imported(FILE, MAP);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: whole.records.length - 1 }), async (stopAfter) => {
        const stopping = new AbortController();
        const first = traced(FILE, MAP, { signal: stopping.signal });
        const stopped = await runImport({
          ...first.options,
          append: async (header, body) => {
            if (first.trace.records.length + 1 >= stopAfter) stopping.abort();
            return first.options.append(header, body);
          },
        });
        expect(stopped.state).toBe('stopped');
        const second = await imported(FILE, MAP, { progress: stopped.progress });
        expect([...idsOf(first.trace), ...idsOf(second)].sort()).toEqual(idsOf(whole).sort());
        const lines = [...first.trace.rejects, ...second.rejects].map((reject) => reject.line);
        expect(lines.sort((a, b) => a - b)).toEqual(
          whole.rejects.map((reject) => reject.line).sort((a, b) => a - b),
        );
        expect(second.outcome.progress.totals).toEqual(whole.outcome.progress.totals);
      }),
      { numRuns: 8 },
    );
  });

  test('killed with records under way, the run from the saved progress leaves no event out', async () => {
    const whole = await imported(FILE, MAP);
    const durable: { header: never; body: Uint8Array }[] = [];
    let saved: Progress | undefined;
    const first = traced(FILE, MAP, {
      // Saved after every record, as a slow machine does; the process dies when the seventh is on its way.
      clock: { now: () => (ticks += 2_000) },
      saveProgress: async (progress) => {
        saved = progress;
      },
      append: async (header, body) => {
        if (durable.length === 6) return new Promise<number>(() => undefined);
        return durable.push({ header: header as never, body });
      },
    });
    let ticks = NOW;
    void runImport(first.options);
    await expect.poll(() => durable.length).toBe(6);
    await expect.poll(() => saved?.totals.events ?? 0).toBeGreaterThan(0);
    const second = await imported(FILE, MAP, saved === undefined ? {} : { progress: saved });
    first.trace.records.push(...durable);
    const ids = [...idsOf(first.trace), ...idsOf(second)];
    expect(new Set(ids)).toEqual(new Set(idsOf(whole)));
    // What comes twice is what was durable and not yet saved as such: no more than was under way.
    expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(4 * 2_000);
  });

  test('a busy or full log is waited out', async () => {
    const { trace, options } = traced(FILE, MAP);
    let refusals = 0;
    const busy = [
      refusal('log.busy', 429, 'busy', { retryAfterSeconds: 0.01 }),
      refusal('log.full', 503, 'full', { retryAfterSeconds: 0.01 }),
    ];
    await runImport({
      ...options,
      append: (header, body) => {
        if (refusals < 20) throw busy[refusals++ % 2]!;
        return options.append(header, body);
      },
    });
    expect(idsOf(trace).sort()).toEqual(idsOf(await imported(FILE, MAP)).sort());
  });

  test('a log that cannot append ends the import, with the progress before it saved', async () => {
    const { trace, options } = traced(FILE, MAP);
    const broken = runImport({
      ...options,
      append: async (header, body) => {
        if (trace.records.length === 3) throw refusal('log.record-too-large', 413, 'too large');
        return options.append(header, body);
      },
    });
    await expect(broken).rejects.toMatchObject({ code: 'log.record-too-large' });
    expect(trace.saved.at(-1)!.totals.events).toBe(trace.events().length);
  });

  test('no more than four records are under way at a time, however slow the log is', async () => {
    const { options } = traced(FILE, MAP);
    const held: (() => void)[] = [];
    let isHolding = true;
    let underWay = 0;
    let most = 0;
    const running = runImport({
      ...options,
      append: async () => {
        most = Math.max(most, ++underWay);
        if (isHolding) await new Promise<void>((resolve) => held.push(resolve));
        return underWay--;
      },
    });
    await expect.poll(() => held.length).toBe(4);
    isHolding = false;
    for (const letGo of held) letGo();
    await running;
    expect(most).toBe(4);
  });

  test('too many rejects end the import: the map is wrong', async () => {
    const running = imported(FILE, { ...MAP, time: 'sku' }, { rejectsMax: 5_000 });
    await expect(running).rejects.toMatchObject({
      code: 'import.too-many-rejects',
      detail: { rejectsMax: 5_000 },
    });
  });

  test('the event loop gets its turn while a large file is read', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await imported(FILE.repeat(1), MAP);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
  });

  test('a file with nothing but a header is done at once', async () => {
    const { outcome } = await imported('no,at,who,sku,price\n', MAP, {
      file: fileOf('no,at,who,sku,price\n'),
    });
    expect(outcome).toMatchObject({ state: 'done', progress: { totals: { rows: 0, events: 0 } } });
  });
});
