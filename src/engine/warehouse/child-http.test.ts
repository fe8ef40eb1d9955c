import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { Agent, type AgentOptions } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedWarehouse, openEmbeddedWarehouse } from './index.ts';

/** The official client with its defaults, straight on the socket: what a plug-in or an engineer would use. */
describe('the ClickHouse protocol of the embedded engine', () => {
  let folder: string;
  let warehouse: EmbeddedWarehouse;
  let client: ClickHouseClient;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-protocol-'));
    warehouse = await openEmbeddedWarehouse({ folder });
    const options = { socketPath: join(folder, 'warehouse.sock'), keepAlive: true } as AgentOptions;
    client = createClient({
      url: 'http://warehouse',
      http_agent: new Agent(options),
      log: { level: ClickHouseLogLevel.OFF },
    });
    await client.command({
      query: 'create table sales (id UInt64, what String) engine = MergeTree order by id',
    });
  });
  afterAll(async () => {
    await client?.close();
    await warehouse?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('answers a ping, plain and with a select', async () => {
    expect(await client.ping()).toEqual({ success: true });
    expect(await client.ping({ select: true })).toEqual({ success: true });
  });

  test('reads no file but a block of its own folder', async () => {
    const answers = { '../warehouse.sock': 'Not a block', '/etc/passwd': 'Not a block', '1-1': 'ENOENT' };
    for (const [name, answer] of Object.entries(answers)) {
      const clickhouse_settings = { rapport_block: name };
      const insert = client.command({ query: 'insert into sales format TabSeparated', clickhouse_settings });
      await expect(insert).rejects.toThrow(answer);
    }
  });

  test('inserts objects, streams and gzipped bodies, and says how many rows', async () => {
    const { summary } = await client.insert({
      table: 'sales',
      values: [{ id: 1, what: 'hat' }],
      format: 'JSONEachRow',
    });
    expect(summary).toMatchObject({ written_rows: '1' });
    const values = Readable.from([Buffer.from('2\tbag\n3\tco'), Buffer.from('at\n')], { objectMode: false });
    await client.insert({ table: 'sales', values, format: 'TabSeparated' });
    const options = { socketPath: join(folder, 'warehouse.sock') } as AgentOptions;
    const zipping = createClient({
      url: 'http://warehouse',
      http_agent: new Agent(options),
      compression: { request: true },
    });
    await zipping.insert({ table: 'sales', values: [{ id: 4, what: 'é🛍️' }], format: 'JSONEachRow' });
    await zipping.close();
    const result = await client.query({ query: 'select what from sales order by id', format: 'JSONEachRow' });
    expect(await result.json()).toEqual([{ what: 'hat' }, { what: 'bag' }, { what: 'coat' }, { what: 'é🛍️' }]);
  });

  test('answers in the format that was asked for', async () => {
    const query = 'select number as n from numbers(2)';
    const json = await (await client.query({ query })).json();
    expect(json).toMatchObject({
      data: [{ n: '0' }, { n: '1' }].map(({ n }) => ({ n: Number(n) })),
      rows: 2,
    });
    expect(await (await client.query({ query, format: 'CSVWithNames' })).text()).toBe('"n"\n0\n1\n');
    const plain = await client.exec({ query: `${query} settings max_threads = 1` });
    expect(await new Response(Readable.toWeb(plain.stream) as ReadableStream).text()).toBe('0\n1\n');
  });

  test('an error has its code and type, whether it comes before or during the rows', async () => {
    const early = client.query({ query: 'select nothing_of_the_kind' });
    await expect(early).rejects.toMatchObject({ code: '47', type: 'UNKNOWN_IDENTIFIER' });
    const late = client.query({
      query: 'select throwIf(number = 2000000) from numbers(3000000)',
      format: 'JSONEachRow',
    });
    await expect(late).rejects.toMatchObject({ code: '395' });
  });

  test('leaves no file of an answer behind, even when its reader goes away', async () => {
    const controller = new AbortController();
    const result = await client.query({
      query: 'select repeat(toString(number), 10) from numbers(3000000)',
      format: 'JSONEachRow',
      abort_signal: controller.signal,
    });
    result.close();
    await expect.poll(() => readdir(join(folder, 'results'))).toEqual([]);
  });

  test('twenty askers get their own answers at the same time', async () => {
    const ask = async (who: number) => {
      const query = 'select {who:UInt32} as who, sleepEachRow(0.01) from numbers(3)';
      const result = await client.query({ query, query_params: { who }, format: 'JSONEachRow' });
      return new Set((await result.json<{ who: number }>()).map((row) => row.who));
    };
    const askers = Array.from({ length: 20 }, (_, who) => who);
    expect(await Promise.all(askers.map(ask))).toEqual(askers.map((who) => new Set([who])));
  });
});
