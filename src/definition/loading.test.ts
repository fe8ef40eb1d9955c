import { describe, expect, it } from 'vitest';
import { decodeRecord } from '../core/index.ts';
import { openMemoryState } from '../engine/state/index.ts';
import { createPublisher, loadDefinitions } from './index.ts';

describe('definitions', () => {
  it('are read from the state as they were stored, however many there are', async () => {
    const state = await openMemoryState();
    const keys = Array.from({ length: 2_500 }, (_, i) => `source/${String(i).padStart(4, '0')}`);
    await state.commit(
      keys.map((key, i) => ({ collection: 'definitions', key, value: JSON.stringify({ i }) })),
    );
    const definitions = await loadDefinitions(state);
    expect(definitions.list('source/').map(({ key, value }) => [key, value])).toEqual(
      keys.map((key, i) => [key, { i }]),
    );
    await state.close();
  });

  it('change as records of the log are folded: set, replaced, deleted; who listens hears of it', async () => {
    const state = await openMemoryState();
    const definitions = await loadDefinitions(state);
    const heard: string[] = [];
    definitions.onChange((key) => heard.push(`${key} ${JSON.stringify(definitions.get(key))}`));
    const applied = [
      definitions.apply('source/web', '{"name":"Shop"}'),
      definitions.apply('source/web', '{"name":"Web shop"}'),
      definitions.apply('settings', '{"currency":"EUR"}'),
      definitions.apply('source/web', undefined),
    ];
    expect(heard).toEqual([
      'source/web {"name":"Shop"}',
      'source/web {"name":"Web shop"}',
      'settings {"currency":"EUR"}',
      'source/web undefined',
    ]);
    expect(definitions.list('')).toEqual([{ key: 'settings', value: { currency: 'EUR' } }]);
    for (const { changes } of applied) await state.commit(changes);
    expect((await loadDefinitions(state)).list('')).toEqual(definitions.list(''));
    await state.close();
  });

  it('are published as records of the log, and count when the fold has come to them', async () => {
    const log: Uint8Array[] = [];
    const folded: number[] = [];
    const define = createPublisher({
      append: (bytes) => Promise.resolve(log.push(bytes) - 1),
      folded: (position) => Promise.resolve(folded.push(position)),
      clock: { now: () => 7 },
    });
    await define('source/web', { name: 'Shop' }, 'sarah');
    await define('source/web', undefined, 'sarah');
    const records = log.map(decodeRecord).map(({ header, body }) => [header, Buffer.from(body).toString()]);
    const header = { kind: 'definition', key: 'source/web', by: 'sarah', received: 7 };
    expect(records).toEqual([
      [header, '{"name":"Shop"}'],
      [header, ''],
    ]);
    expect(folded).toEqual([0, 1]);
  });
});
