import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '../../core/index.ts';
import { EVENT_COLUMNS, eventLine, eventLines, eventRow } from './event-row.fixture.ts';
import { migrateWarehouse, tsv, type Warehouse } from './index.ts';

const MIGRATIONS = 'migrations/warehouse';
/** Texts that break careless escaping. */
const NASTY = [
  'it\'s "quoted"',
  'back\\slash \\n \\\\',
  'tab\tnew\nline\r\nend',
  "'); drop table events; --",
  '\\N',
  '{} [] , : \u0000 nul',
  'Ünïcødé 東京 🛍️ \u2028',
  '',
];

/** What every warehouse promises, whoever answers; `open` gives one whose database the tests may fill. */
export function warehouseContract(name: string, open: (folder: string) => Promise<Warehouse>): void {
  describe(`the warehouse contract: ${name}`, () => {
    let folder: string;
    let warehouse: Warehouse;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rapport-warehouse-'));
      warehouse = await open(join(folder, 'data'));
      for (const table of ['events', 'person_overrides', 'migrations', 'notes']) {
        await warehouse.command(`drop table if exists ${table} sync`);
      }
      await migrateWarehouse(warehouse, MIGRATIONS);
      await warehouse.command('create table notes (id UInt64, text String) engine = MergeTree order by id');
    });
    afterAll(async () => {
      await warehouse?.close();
      await rm(folder, { recursive: true, force: true });
    });
    beforeEach(async () => {
      await warehouse.command('truncate table events');
      await warehouse.command('truncate table notes');
    });

    const answered = async <Row>(sql: string, bindings = {}): Promise<Row[]> =>
      (await warehouse.query<Row>(sql, bindings)).rows;
    const refused = async (work: Promise<unknown>): Promise<Refusal> => {
      const outcome = await work.catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(Refusal);
      return outcome as Refusal;
    };

    test('says that it is up, and what it is', async () => {
      expect(await warehouse.health()).toEqual({ state: 'up', version: expect.stringMatching(/^\d+\.\d+/) });
    });

    test('rows leave as bytes of a format', async () => {
      const text = async (format: 'CSVWithNames' | 'JSONEachRow' | 'Parquet'): Promise<Buffer> => {
        const chunks: Buffer[] = [];
        const sql = 'select number as n, {word:String} as word from numbers(2)';
        for await (const chunk of await warehouse.stream(sql, format, { word: 'a,b' }))
          chunks.push(chunk as Buffer);
        return Buffer.concat(chunks);
      };
      expect(String(await text('CSVWithNames'))).toBe('"n","word"\n0,"a,b"\n1,"a,b"\n');
      expect(String(await text('JSONEachRow'))).toBe('{"n":0,"word":"a,b"}\n{"n":1,"word":"a,b"}\n');
      expect(String((await text('Parquet')).subarray(0, 4))).toBe('PAR1');
      expect((await refused(warehouse.stream('select nothing', 'Parquet'))).code).toBe(
        'warehouse.query-failed',
      );
    });

    test('a query that nobody waits for any more ends in the engine', async () => {
      const gone = new AbortController();
      const sql = 'select count() from numbers(100000000000) where sipHash64(number) = 1';
      const answer = refused(warehouse.query(sql, {}, { signal: gone.signal }));
      const running = async () =>
        (
          await answered<{ count: number }>(
            "select count() as count from system.processes where query like '%100000000000%' and query not like '%processes%'",
          )
        )[0]!.count;
      await expect.poll(running, { timeout: 20_000 }).toBe(1);
      gone.abort();
      expect((await answer).code).toBe('warehouse.unavailable');
      await expect.poll(running, { timeout: 20_000 }).toBe(0);
    });

    test('a fact comes back as it was written', async () => {
      const fact = eventRow(4096, {
        person: Number.MAX_SAFE_INTEGER,
        type: 'page',
        channel: 'app',
        identities: NASTY,
        campaign: NASTY.join('|'),
        path: NASTY[2]!,
        orderId: 'O-1',
        revenue: '-1234.5678',
        productIds: NASTY,
        productPrices: [0, 19.99, 1234.5],
        productQuantities: [1, 0.5, 1e6],
        properties: { name: NASTY.join('|'), price: 19.99, deep: { list: [1, 2], text: NASTY[1] } },
        context: { texts: NASTY },
      });
      await warehouse.insert('events', EVENT_COLUMNS, eventLine(fact));
      const [row] = await answered<Record<string, unknown>>(
        `select place, toUnixTimestamp64Milli(time) as time, toUnixTimestamp64Milli(received) as received,
          fragment, person, session, id, type, name, source, channel, identities, utm_campaign as campaign, path,
          order_id as orderId, toString(revenue) as revenue, product_ids as productIds,
          product_prices as productPrices, product_quantities as productQuantities,
          properties_text, context_text
        from events`,
      );
      const { properties_text, context_text, ...rest } = row ?? {};
      expect({
        ...rest,
        properties: JSON.parse(String(properties_text)),
        context: JSON.parse(String(context_text)),
      }).toEqual(fact);
    });

    test('properties can be asked for by path, with their types', async () => {
      const properties = {
        product_id: 'P1',
        price: 12.5,
        size: 42,
        day: '2026-05-03',
        tags: ['a', 'b'],
        deep: { x: true },
      };
      await warehouse.insert('events', EVENT_COLUMNS, eventLine(eventRow(1, { properties })));
      const rows = await answered(
        `select properties.product_id as product, properties.price as price, properties.size as size,
          properties.day.:String as day, properties.tags as tags, properties.deep.x as deep, properties.missing as missing
        from events`,
      );
      const expected = {
        product: 'P1',
        price: 12.5,
        size: 42,
        day: '2026-05-03',
        tags: ['a', 'b'],
        deep: true,
      };
      expect(rows).toEqual([{ ...expected, missing: null }]);
    });

    test('properties that do not fit their types are kept as text and never stop a block', async () => {
      const misfits: object[] = [
        { price: 'a lot', name: { deep: 1 }, size: 1 },
        { name: '\ud800 half a character', size: 2 },
        { 'a.b': 1, a: { b: 2 }, size: 3 },
        { id: 123456789012345680000, size: 4 },
        { __proto__: null, '': 1, ' ': 2, size: 5 },
      ];
      const lines = misfits.map((properties, place) => eventLine(eventRow(place, { properties })));
      await warehouse.insert('events', EVENT_COLUMNS, lines);
      const rows = await answered<{ text: string; size: number | null; price: number }>(
        'select properties_text as text, properties.size as size, properties.price as price from events order by place',
      );
      expect(rows.map((row) => JSON.parse(row.text))).toEqual(
        misfits.map((one) => JSON.parse(JSON.stringify(one))),
      );
      expect(rows.map((row) => row.size)).toEqual([1, null, 3, null, 5]);
    });

    test('texts of a line are kept exactly', async () => {
      await warehouse.insert(
        'notes',
        ['id', 'text'],
        NASTY.map((text, id) => `${id}\t${tsv(text)}\n`),
      );
      expect(await answered('select text from notes order by id')).toEqual(NASTY.map((text) => ({ text })));
    });

    test('a bound value is a value, whatever is in it', async () => {
      for (const text of NASTY) {
        expect(await answered('select {text:String} as text', { text })).toEqual([{ text }]);
      }
      expect(await answered('select {texts:Array(String)} as texts', { texts: NASTY })).toEqual([
        { texts: NASTY },
      ]);
      expect(
        await answered('select {n:UInt64} as n, {f:Float64} as f, {b:Bool} as b, {l:Array(UInt64)} as l', {
          n: Number.MAX_SAFE_INTEGER,
          f: -0.5,
          b: true,
          l: [1, 2],
        }),
      ).toEqual([{ n: Number.MAX_SAFE_INTEGER, f: -0.5, b: true, l: [1, 2] }]);
    });

    test('a value that is no number cannot be bound as one', async () => {
      const refusal = await refused(warehouse.query('select {n:UInt64} as n', { n: '1 or 1=1' }));
      expect(refusal.code).toBe('warehouse.query-failed');
    });

    test('a binding that was not given is missed, even after a query that had it', async () => {
      await warehouse.query('select {secret:String}', { secret: 'x' });
      const refusal = await refused(warehouse.query('select {secret:String}'));
      expect(refusal.detail).toMatchObject({ clickhouseCode: 456 });
    });

    test('thousands of values can be bound at once', async () => {
      const ids = Array.from({ length: 5_000 }, (_, i) => Number.MAX_SAFE_INTEGER - i);
      const sql = 'select length({ids:Array(UInt64)}) as count, {ids:Array(UInt64)}[5000] as last';
      expect(await answered(sql, { ids })).toEqual([{ count: 5_000, last: ids[4_999] }]);
    });

    test('a mistake in the SQL is refused with the engine code and harms nothing', async () => {
      const codes: unknown[] = [];
      for (const sql of [
        'selec 1 from',
        'select nothing from events',
        'select 1 from nowhere',
        "select toUInt8('x')",
      ]) {
        const refusal = await refused(warehouse.query(sql));
        expect([refusal.code, refusal.status]).toEqual(['warehouse.query-failed', 500]);
        codes.push(refusal.detail['clickhouseCode']);
      }
      expect(codes).toEqual([62, 47, 60, 6]);
      expect(await answered('select 1 as one')).toEqual([{ one: 1 }]);
    });

    test('a query cannot write, and a request holds one statement', async () => {
      for (const sql of [
        'insert into notes values (1, 1)',
        'select 1; drop table notes',
        'drop table notes',
      ]) {
        expect((await refused(warehouse.query(sql))).code).toBe('warehouse.query-failed');
      }
      expect(await answered('select count() as count from notes')).toEqual([{ count: 0 }]);
    });

    test('a query that takes too long or too much memory is refused as too expensive', async () => {
      const slow = warehouse.query(
        'select count() from numbers(1000000000000) where sipHash64(number) = 1',
        {},
        { seconds: 0.2 },
      );
      const big = warehouse.query(
        'select groupArray(number) from numbers(100000000)',
        {},
        { bytes: 10_000_000 },
      );
      const refusals = await Promise.all([refused(slow), refused(big)]);
      expect(refusals.map(({ code, status }) => ({ code, status }))).toEqual([
        { code: 'warehouse.too-expensive', status: 422 },
        { code: 'warehouse.too-expensive', status: 422 },
      ]);
    });

    test('an answer counts what was read for it', async () => {
      await warehouse.insert('notes', ['id', 'text'], '1\ta\n2\tb\n3\tc\n');
      const { rows, statistics } = await warehouse.query(
        'select count() as count from notes where text != {t:String}',
        { t: 'a' },
      );
      expect(rows).toEqual([{ count: 2 }]);
      expect(statistics.rowsRead).toBe(3);
      expect(statistics.bytesRead).toBeGreaterThan(0);
    });

    test('a large answer arrives whole and in order, and leaves the event loop free', async () => {
      let longest = 0;
      let last = performance.now();
      const timer = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 5);
      const { rows } = await warehouse.query<{ number: number; text: string }>(
        "select number, repeat('x', 100) as text from numbers(300000) order by number",
      );
      clearInterval(timer);
      expect(rows.length).toBe(300_000);
      expect(rows.every((row, i) => row.number === i && row.text.length === 100)).toBe(true);
      expect(longest).toBeLessThan(500);
    });

    test('a bad line refuses the whole block, names its row and shows none of it', async () => {
      const refusal = await refused(
        warehouse.insert('notes', ['id', 'text'], '1\ta\nsarah@example.com\tb\n'),
      );
      expect(refusal.code).toBe('warehouse.query-failed');
      expect(refusal.message).toMatch(/row 2/);
      expect(JSON.stringify([refusal.message, refusal.detail, String(refusal.cause)])).not.toContain('sarah');
      expect(await answered('select count() as count from notes')).toEqual([{ count: 0 }]);
    });

    test('a name of a table or column cannot smuggle SQL', async () => {
      await refused(warehouse.insert('notes (id) values (1) --', ['id'], '1\n'));
      await refused(warehouse.insert('notes', ['id) values (1) --'], '1\n'));
      expect(await answered('select count() as count from notes')).toEqual([{ count: 0 }]);
    });

    test('nothing to insert is no work', async () => {
      await warehouse.insert('notes', ['id', 'text'], '');
      await warehouse.insert('notes', ['id', 'text'], []);
      expect(await answered('select count() as count from notes')).toEqual([{ count: 0 }]);
    });

    test('a block of one month is one part, however large', async () => {
      const lines = eventLines(0, 20_000, () => ({
        time: Date.UTC(2026, 4, 3),
        context: { text: 'x'.repeat(600) },
      }));
      await warehouse.command('system stop merges events');
      await warehouse.insert('events', EVENT_COLUMNS, lines);
      await warehouse.insert('events', EVENT_COLUMNS, lines.join(''));
      await warehouse.command('system start merges events');
      const parts = await answered(
        "select rows from system.parts where table = 'events' and active and database = currentDatabase()",
      );
      expect(parts).toEqual([{ rows: 20_000 }, { rows: 20_000 }]);
    });

    test('queries answer while rows are inserted, and see whole blocks', async () => {
      let isDone = false;
      const counts = new Set<number>();
      const insert = async () => {
        for (let block = 0; block < 10; block++) {
          await warehouse.insert('events', EVENT_COLUMNS, eventLines(block * 1_000, block * 1_000 + 1_000));
        }
        isDone = true;
      };
      const watch = async (which: number) => {
        while (!isDone) {
          const [row] = await answered<{ count: number; which: number }>(
            'select count() as count, {which:UInt8} as which from events',
            { which },
          );
          expect(row?.which).toBe(which);
          counts.add((row?.count ?? 0) % 1_000);
        }
      };
      await Promise.all([insert(), ...[1, 2, 3, 4, 5, 6].map(watch)]);
      expect([...counts]).toEqual([0]);
      expect(await answered('select count() as count from events')).toEqual([{ count: 10_000 }]);
    });

    test('migrations run once, and a changed one is refused', async () => {
      expect(await migrateWarehouse(warehouse, MIGRATIONS)).toEqual([]);
      await warehouse.command("insert into migrations select '0000_x.sql', 'x'");
      await warehouse.command("alter table migrations update checksum = 'other' where name like '0001%'");
      expect((await refused(migrateWarehouse(warehouse, MIGRATIONS))).code).toBe(
        'warehouse.migration-changed',
      );
      await warehouse.command('truncate table migrations');
      const all = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort();
      expect(await migrateWarehouse(warehouse, MIGRATIONS)).toEqual(all);
    });
  });
}
