import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyMemory, openMemoryState, type State } from '../engine/state/index.ts';
import {
  type EmbeddedWarehouse,
  migrateWarehouse,
  openEmbeddedWarehouse,
} from '../engine/warehouse/index.ts';
import { decodeEntry } from '../ingest/index.ts';
import { insertRows } from './insert-rows.ts';
import { makeBlocks, noLines, storeBlock, takePieces, textLines } from './outbox.ts';
import { openRig } from './partition.fixture.ts';
import { Sink } from './sink.ts';

const DEADLINE_MS = 60_000;

describe('a row that the warehouse refuses', () => {
  let folder: string;
  let warehouse: EmbeddedWarehouse;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-poison-'));
    warehouse = await openEmbeddedWarehouse({ folder });
    await migrateWarehouse(warehouse, fileURLToPath(new URL('../../migrations/warehouse', import.meta.url)));
  });
  afterAll(async () => {
    await warehouse.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Lines of real events, as the fold writes them. */
  async function lines(count: number): Promise<string[]> {
    const rig = await openRig();
    const events = Array.from({ length: count }, (_, i) => ({ id: `m${i}`, identities: { anonymous: 'a' } }));
    await rig.send(events);
    await rig.partition.flush();
    await rig.close();
    return textLines(rig.blocks, 'events').map((line) => `${line}\n`);
  }
  const poisoned = (line: string) => line.replace('\tProduct Viewed\t', '\tProduct Viewed\textra\t');

  async function sinkOver(state: State): Promise<Sink> {
    const onError = () => {};
    return Sink.start({
      state,
      warehouse,
      clock: { now: () => Date.now() },
      onError,
      prepare: async () => {},
    });
  }

  it('stands in the quarantine with its reason, and everything else goes on', async () => {
    const state = await openMemoryState(emptyMemory());
    const rows = await lines(40);
    const bad = [0, 7, 39];
    const all = rows.map((row, i) => (bad.includes(i) ? poisoned(row) : row));
    const gathered = noLines();
    for (const line of all) gathered.events.add(line, Number(line.split('\t')[0]));
    for (const block of makeBlocks(0, 4095, takePieces(gathered))) await state.commit([storeBlock(block)]);
    for (let run = 0; run < 2; run++) {
      // The second run stands for a death before the outbox was told: nothing comes twice.
      const sink = await sinkOver(state);
      await sink.drained(DEADLINE_MS);
      await sink.close();
      expect(sink.figures).toMatchObject({ rowsRefused: bad.length, lastError: '' });
      const { rows: found } = await warehouse.query<{ id: string }>('select id from events order by place');
      expect(found.map(({ id }) => id)).toEqual(rows.flatMap((_, i) => (bad.includes(i) ? [] : [`m${i}`])));
      const entries = (await state.range('quarantine', { limit: 10 })).map(([, text]) => decodeEntry(text));
      expect(entries.map(({ reason }) => reason)).toEqual(bad.map(() => 'warehouse.row-refused'));
      expect(entries.map(({ row }) => `${row}\n`)).toEqual(bad.map((i) => all[i]));
      expect(entries[1]!.message).not.toContain('extra');
    }
  });

  it('is no reason to give up a row when the warehouse is away or has no table', async () => {
    const refused: string[] = [];
    const target = {
      warehouse,
      table: 'no_such_table',
      columns: ['place'],
      refused: async (line: string) => void refused.push(line),
    };
    await expect(insertRows([Buffer.from('1\n2\n')], target)).rejects.toThrow();
    const away = { insert: () => Promise.reject(new Error('nobody there')) };
    await expect(insertRows([Buffer.from('1\n2\n')], { ...target, warehouse: away })).rejects.toThrow(
      'nobody',
    );
    expect(refused).toEqual([]);
  });
});
