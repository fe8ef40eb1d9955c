import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CollectedHeader, decodeCollected, dryRun, openFile, parseMap } from '../../src/ingest/index.ts';
import type { Answers } from '../answers.ts';
import { SOURCES } from '../wire/sources.ts';
import { MAPS } from './maps.ts';
import { type Written, writeDemo } from './write-demo.ts';

const OPTIONS = { now: Date.UTC(2026, 2, 31, 10), people: 300, days: 30, seed: 2 };

describe('the files of a demo', () => {
  const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'rapport-demo-')));
  const [folder, again] = folders as [string, string];
  let written: Written;
  let answers: Answers;

  beforeAll(() => {
    const write = { withAnswers: true, withPictures: true };
    written = writeDemo(OPTIONS, { folder, ...write });
    writeDemo(OPTIONS, { folder: again, ...write });
    answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Answers;
  });
  afterAll(() => {
    for (const each of folders) rmSync(each, { recursive: true });
  });

  it('are the same to the byte for the same options', () => {
    expect(hashes(again)).toEqual(hashes(folder));
    expect(readdirSync(join(folder, 'pictures')).length).toBe(600);
  });

  it.each(Object.keys(MAPS))('import reads %s with the map beside it and rejects no row', async (name) => {
    const map = parseMap(JSON.parse(readFileSync(join(folder, name.replace('.csv', '.map.json')), 'utf8')));
    const file = await openFile(join(folder, name));
    const report = await dryRun({ file, map, asOf: OPTIONS.now });
    await file.close();
    expect(report.rows).toBe(written[name]);
    expect(report.rejects).toEqual([]);
    expect(report.drops).toEqual([]);
    expect(report.splitOrders).toBe(0);
    if (name === 'orders.csv' || name === 'receipts.csv') {
      const channel = name === 'orders.csv' ? 'web' : 'store';
      const told = answers.orders.filter(
        (order) => order.at < answers.start && order.channel === channel,
      ).length;
      expect(report.events).toBe(told);
    }
  });

  it.each(SOURCES)(
    'the collector reads the bodies of $id, all but what names nobody',
    ({ id, channel, protocol }) => {
      const header: CollectedHeader = {
        kind: 'collected',
        protocol,
        source: id,
        channel,
        received: OPTIONS.now,
      };
      let count = 0;
      for (const line of readFileSync(join(folder, `${id}.jsonl`), 'utf8')
        .split('\n')
        .slice(0, -1)) {
        const decoded = decodeCollected({ header, body: Buffer.from(line) }, count);
        count += decoded.events.length + decoded.rejects.length;
        const others = decoded.rejects.filter(({ code }) => code !== 'event.no-identity');
        expect(others).toEqual([]);
        expect(decoded.rejects.length).toBeLessThan(decoded.events.length);
      }
      expect(count).toBe(written[`${id}.jsonl`]);
    },
  );

  it('leave the past to the tables and the window to the bodies', () => {
    expect(written['crm.jsonl']).toBeLessThan(written['people.csv']!);
    expect(written['web.jsonl']).toBeGreaterThan(1_000);
    expect(answers.audiences.length).toBe(30);
  });
});

function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    names.map(({ name, parentPath, path }) => {
      const file = join(parentPath ?? path, name);
      return [file.slice(folder.length), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}
