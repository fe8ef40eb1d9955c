import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { restoreState } from './backup.ts';
import { compareKeys } from './key-order.ts';
import { openMemoryState } from './memory-state.ts';
import {
  type Change,
  COLLECTIONS,
  type Collection,
  type Entry,
  type RangeQuery,
  type State,
} from './state.ts';

/** One place where a state is kept: opening it twice, one after the other, is a restart. */
export interface Place {
  open(): Promise<State>;
  remove(): Promise<void>;
}

/** A test of the contract that an adapter cannot pass, and why. */
export interface Skipped {
  readonly test: string;
  readonly reason: string;
}

/** The promises of the port `State`; every adapter passes them. `newPlace` gives an empty place each time. */
export function stateContract(
  name: string,
  newPlace: () => Promise<Place>,
  options: { readonly skip?: readonly Skipped[] } = {},
): void {
  describe(`state: ${name}`, () => {
    const places: Place[] = [];
    const folders: string[] = [];
    let place: Place;
    let state: State;

    beforeEach(async () => {
      place = await newPlace();
      places.push(place);
      state = await place.open();
      return async () => state.close();
    });
    afterAll(async () => {
      for (const one of places) await one.remove();
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    });

    async function newFolder(): Promise<string> {
      const folder = await mkdtemp(join(tmpdir(), 'rapport-backup-'));
      folders.push(folder);
      return folder;
    }

    async function reopen(): Promise<void> {
      await state.close();
      state = await place.open();
    }

    function promise(title: string, run: () => Promise<void>): void {
      const reason = options.skip?.find((skipped) => skipped.test === title)?.reason;
      test.skipIf(reason !== undefined)(reason === undefined ? title : `${title} (skipped: ${reason})`, run);
    }

    promise('a resolved commit is seen by the next read', async () => {
      await state.commit([put('people', 'p1', '{"name":"Sarah"}')]);
      expect(await state.getMany('people', ['p1', 'p2'])).toEqual(['{"name":"Sarah"}', undefined]);
    });

    promise('a text given as UTF-8 is read as the text', async () => {
      const text = 'Zoë\t👟\n'.repeat(20_000);
      const around = Buffer.from(`before${text}after`);
      const value = around.subarray(6, around.length - 5);
      await state.commit([put('people', 'p1', value), put('people', 'p2', Buffer.alloc(0))]);
      await reopen();
      expect(await state.getMany('people', ['p1', 'p2'])).toEqual([text, '']);
    });

    promise('values come in the order of the keys asked for, as often as asked for', async () => {
      await state.commit([put('people', 'a', '1'), put('people', 'b', '2')]);
      expect(await state.getMany('people', ['b', 'x', 'a', 'b'])).toEqual(['2', undefined, '1', '2']);
      expect(await state.getMany('people', [])).toEqual([]);
    });

    promise('every collection of the list is there and keeps its own keys', async () => {
      await state.commit(COLLECTIONS.map((collection) => put(collection, 'key', collection)));
      for (const collection of COLLECTIONS) {
        expect(await all(state, collection)).toEqual([['key', collection]]);
      }
    });

    promise('a commit over several collections happens as one', async () => {
      await state.commit([put('people', 'p', 'old'), put('timers', 't', 'old')]);
      await state.commit([put('people', 'p', 'new'), cut('timers', 't'), put('meta', 'position', '7')]);
      expect(await state.getMany('people', ['p'])).toEqual(['new']);
      expect(await state.getMany('timers', ['t'])).toEqual([undefined]);
      expect(await state.getMany('meta', ['position'])).toEqual(['7']);
    });

    promise('the last change of a key counts', async () => {
      await state.commit([
        put('people', 'a', '1'),
        put('people', 'a', '2'),
        put('people', 'b', '1'),
        cut('people', 'b'),
      ]);
      await state.commit([
        cut('people', 'a'),
        put('people', 'a', '3'),
        put('people', 'c', 'x'),
        cut('people', 'c'),
      ]);
      expect(await all(state, 'people')).toEqual([['a', '3']]);
    });

    promise('deleting a key that is not there changes nothing', async () => {
      await state.commit([cut('people', 'nobody')]);
      await state.commit([]);
      expect(await all(state, 'people')).toEqual([]);
    });

    promise('keys are ordered by their UTF-8 bytes', async () => {
      const ordered = [
        '\0',
        '\0\0',
        '\u0001',
        ' ',
        'A',
        'Z',
        'a',
        'a\0',
        'a\u0001',
        'a\u0002',
        'aa',
        'z',
        'é',
        'ž',
        'я',
        '日',
        '\uffff',
        '𝄞',
        '😀',
      ];
      expect([...ordered].sort(compareKeys)).toEqual(ordered);
      await state.commit([...ordered].reverse().map((key) => put('identities', key, `value of ${key}`)));
      expect(await all(state, 'identities')).toEqual(ordered.map((key) => [key, `value of ${key}`]));
      expect(await state.getMany('identities', ordered)).toEqual(ordered.map((key) => `value of ${key}`));
    });

    promise('a range starts at its first key and ends before its last, in both directions', async () => {
      const keys = ['a', 'b', 'c', 'd', 'e'];
      await state.commit(keys.map((key) => put('timers', key, key)));
      const read = async (query: RangeQuery): Promise<string> =>
        (await state.range('timers', query)).map(([key]) => key).join('');
      expect(await read({ from: 'b', to: 'd', limit: 10 })).toBe('bc');
      expect(await read({ from: 'b', to: 'd', limit: 10, reverse: true })).toBe('cb');
      expect(await read({ from: 'bb', to: 'dd', limit: 10 })).toBe('cd');
      expect(await read({ from: 'bb', to: 'dd', limit: 10, reverse: true })).toBe('dc');
      expect(await read({ from: 'c', limit: 2 })).toBe('cd');
      expect(await read({ to: 'c', limit: 1 })).toBe('a');
      expect(await read({ to: 'c', limit: 1, reverse: true })).toBe('b');
      const some = { from: 'b', limit: 3, keysOnly: true };
      const nothing = (key: string): [string, string] => [key, ''];
      expect(await state.range('timers', some)).toEqual(['b', 'c', 'd'].map(nothing));
      expect(await state.range('timers', { to: 'c', limit: 3, reverse: true, keysOnly: true })).toEqual(
        ['b', 'a'].map(nothing),
      );
      expect(await read({ limit: 2, reverse: true })).toBe('ed');
      expect(await read({ limit: 10_000 })).toBe('abcde');
      expect(await read({ from: '', to: 'c', limit: 10 })).toBe('ab');
      expect(await read({ from: '', to: 'c', limit: 10, reverse: true })).toBe('ba');
      expect(await read({ to: '', limit: 10 })).toBe('');
      expect(await read({ to: '', limit: 10, reverse: true })).toBe('');
      expect(await read({ from: 'd', to: 'b', limit: 10 })).toBe('');
      expect(await read({ from: 'd', to: 'b', limit: 10, reverse: true })).toBe('');
      expect(await read({ from: 'c', to: 'c', limit: 10 })).toBe('');
    });

    promise('texts of every kind come back as they were', async () => {
      const texts = [
        '',
        '{}',
        '{"a":"\\u0000"}',
        'line\nbreak\r\n',
        'a\u2028b\u2029c',
        'NUL \0 in it',
        '\u0001\0\u0001\u0001\0',
        'ümläut 日本 😀',
        '"',
      ];
      const changes = texts.map((text, index) => put('definitions', `k${index}`, text));
      await state.commit(changes);
      expect(
        await state.getMany(
          'definitions',
          changes.map(({ key }) => key),
        ),
      ).toEqual(texts);
      expect((await all(state, 'definitions')).map(([, value]) => value)).toEqual(texts);
    });

    promise('half a surrogate pair is stored as the replacement character', async () => {
      await state.commit([put('people', 'k\ud800', 'v\udc00'), put('people', 'other', '1')]);
      expect(await all(state, 'people')).toEqual([
        ['k\ufffd', 'v\ufffd'],
        ['other', '1'],
      ]);
      expect(await state.getMany('people', ['k\ud800', 'k\ufffd'])).toEqual(['v\ufffd', 'v\ufffd']);
      await state.commit([put('people', 'k\udbff', 'again'), cut('people', 'k\ufffd')]);
      expect(await all(state, 'people')).toEqual([['other', '1']]);
    });

    promise('a key has at most 1,024 bytes', async () => {
      const longest = ['k'.repeat(1024), 'é'.repeat(512), '日'.repeat(341) + 'x', '\0'.repeat(1024)];
      await state.commit(longest.map((key) => put('seen', key, '1')));
      expect(await state.getMany('seen', longest)).toEqual(longest.map(() => '1'));
      const entries = await state.range('seen', { from: longest[0]!, limit: 2 });
      expect(entries.map(([key]) => key)).toEqual([longest[0], longest[1]]);
      for (const key of ['', 'k'.repeat(1025), '日'.repeat(342)]) {
        await expect(state.commit([put('seen', 'fine', '1'), put('seen', key, '1')])).rejects.toMatchObject({
          code: 'state.key-invalid',
        });
        await expect(state.getMany('seen', [key])).rejects.toMatchObject({ code: 'state.key-invalid' });
      }
      expect(await state.getMany('seen', ['fine'])).toEqual([undefined]);
    });

    promise('a refused commit changes nothing and the next one works', async () => {
      await expect(
        state.commit([put('people', 'a', '1'), put('people', 'big', 'x'.repeat(16 * 1024 * 1024 + 1))]),
      ).rejects.toMatchObject({
        code: 'state.value-too-large',
      });
      await expect(state.range('people', { limit: 0 })).rejects.toMatchObject({
        code: 'state.limit-invalid',
      });
      await expect(state.range('people', { limit: 10_001 })).rejects.toMatchObject({
        code: 'state.limit-invalid',
      });
      expect(await all(state, 'people')).toEqual([]);
      await state.commit([put('people', 'a', '2')]);
      expect(await state.getMany('people', ['a'])).toEqual(['2']);
    });

    promise('a value may have five megabytes', async () => {
      const big = JSON.stringify({ history: 'äbc '.repeat(1_250_000) });
      await state.commit([put('people', 'big', big), put('people', 'small', '{}')]);
      await reopen();
      const [got, small] = await state.getMany('people', ['big', 'small']);
      expect(got === big).toBe(true);
      expect(small).toBe('{}');
      expect((await all(state, 'people')).map(([key]) => key)).toEqual(['big', 'small']);
    });

    promise('ten thousand changes are one commit', async () => {
      const keys = Array.from({ length: 10_000 }, (_, index) => `p${String(index).padStart(5, '0')}`);
      await state.commit(keys.map((key) => put('people', key, `value ${key}`)));
      expect(await state.count('people')).toBe(10_000);
      expect(await state.range('people', { limit: 10_000 })).toEqual(
        keys.map((key) => [key, `value ${key}`]),
      );
      expect(await state.range('people', { limit: 10_000, reverse: true })).toEqual(
        keys.map((key) => [key, `value ${key}`]).reverse(),
      );
      expect(await state.getMany('people', keys)).toEqual(keys.map((key) => `value ${key}`));
      await state.commit(keys.map((key) => cut('people', key)));
      expect(await state.count('people')).toBe(0);
    });

    promise('what was committed is there after opening again', async () => {
      await state.commit([put('people', 'p', '1'), put('meta', 'position', '9')]);
      await state.commit([put('people', 'q', '2'), cut('people', 'p')]);
      await reopen();
      expect(await all(state, 'people')).toEqual([['q', '2']]);
      expect(await state.getMany('meta', ['position'])).toEqual(['9']);
      expect(await state.count('people')).toBe(1);
    });

    promise('commits that run at the same time take effect in the order of the calls', async () => {
      const commits = Array.from({ length: 200 }, (_, index) =>
        state.commit([put('meta', 'last', String(index)), put('seen', `s${index % 7}`, String(index))]),
      );
      await Promise.all(commits);
      expect(await state.getMany('meta', ['last'])).toEqual(['199']);
      expect(await state.getMany('seen', ['s0', 's3'])).toEqual(['196', '199']);
    });

    promise('closing waits for commits that run', async () => {
      const commit = state.commit([put('people', 'p', 'late')]);
      await state.close();
      await commit;
      await expect(state.commit([put('people', 'p', 'too late')])).rejects.toMatchObject({
        code: 'state.closed',
        status: 503,
      });
      await expect(state.getMany('people', ['p'])).rejects.toMatchObject({ code: 'state.closed' });
      await state.close();
      state = await place.open();
      expect(await state.getMany('people', ['p'])).toEqual(['late']);
    });

    promise('one read sees one moment while commits go on', async () => {
      const keys = Array.from({ length: 2_000 }, (_, index) => `k${String(index).padStart(4, '0')}`);
      const writeAll = (round: number): Promise<void> =>
        state.commit(keys.map((key) => put('people', key, String(round))));
      await writeAll(0);
      let round = 0;
      const writer = (async () => {
        while (round < 10) await writeAll(++round);
      })();
      while (round < 10) {
        const values = await state.getMany('people', keys);
        expect(new Set(values).size).toBe(1);
        const entries = await state.range('people', { limit: 10_000 });
        expect(new Set(entries.map(([, value]) => value)).size).toBe(1);
        await nextTurn();
      }
      await writer;
    });

    promise('a backup is one moment of all collections while commits go on', async () => {
      const folder = await newFolder();
      const keys = Array.from({ length: 3_000 }, (_, index) => `k${index}`);
      let round = 0;
      const step = (): Promise<void> => {
        round++;
        const changes = keys.slice((round * 300) % 3_000).map((key) => put('people', key, `${round}`));
        return state.commit([
          ...changes,
          put('meta', 'round', `${round}`),
          put('jobs', `j${round}`, `${round}`),
          cut('jobs', `j${round - 1}`),
        ]);
      };
      await step();
      let isRunning = true;
      const writer = (async () => {
        while (isRunning) await step();
      })();
      try {
        await state.backup(folder);
      } finally {
        isRunning = false;
        await writer;
      }

      const copy = await openMemoryState();
      await restoreState(folder, copy);
      const [at] = await copy.getMany('meta', ['round']);
      expect(Number(at)).toBeGreaterThan(0);
      expect(await all(copy, 'jobs')).toEqual([[`j${at}`, at]]);
      const newest = Math.max(...(await all(copy, 'people')).map(([, value]) => Number(value)));
      expect(newest).toBe(Number(at));
    });

    promise('a backup restores into an empty state and nowhere else', async () => {
      const folder = await newFolder();
      const changes = [
        put('people', 'sarah', JSON.stringify({ note: 'line\u2028separator', nul: '\0' })),
        put('people', 'NUL \0 \u0001', 'NUL \0 \u0001'),
        put('identities', 'email:söze@example.org', '1'),
        put('definitions', 'big', 'x'.repeat(700_000)),
        ...Array.from({ length: 2_500 }, (_, index) => put('seen', `s${index}`, `${index}`)),
      ];
      await state.commit(changes);
      const before = await dump(state);
      await state.backup(folder);
      expect((await readdir(folder)).sort()).toEqual(
        COLLECTIONS.map((collection) => `${collection}.jsonl`).sort(),
      );

      await expect(state.backup(folder)).rejects.toMatchObject({
        code: 'state.folder-not-empty',
        status: 409,
      });
      await expect(restoreState(folder, state)).rejects.toMatchObject({
        code: 'state.not-empty',
        status: 409,
      });
      for (const [collection, entries] of Object.entries(before)) {
        await state.commit(entries.map(([key]) => cut(collection as Collection, key)));
      }
      await restoreState(folder, state);
      expect(await dump(state)).toEqual(before);
    });

    promise('a backup that was cut off is refused', async () => {
      const folder = await newFolder();
      await state.backup(folder);
      await writeFile(join(folder, 'people.jsonl'), '["a","1"]\n["b","2');
      await expect(restoreState(folder, state)).rejects.toMatchObject({
        code: 'state.backup-damaged',
        status: 422,
      });
      await rm(join(folder, 'timers.jsonl'));
      await expect(restoreState(folder, await openMemoryState())).rejects.toMatchObject({
        code: 'state.backup-damaged',
      });
    });

    promise('any commits give what a sorted map gives', async () => {
      let round = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(someChange, { maxLength: 12 }), { maxLength: 6 }),
          someQuery,
          someKeys,
          async (commits, query, keys) => {
            // Each round has its own prefix, so that one state serves for all.
            const prefix = `${round++}/`;
            const model = new Map<string, string>();
            for (const changes of commits) {
              await state.commit(changes.map((change) => ({ ...change, key: prefix + change.key })));
              for (const { key, value } of changes)
                value === undefined ? model.delete(key) : model.set(key, value);
            }
            const isReverse = query.reverse === true;
            const sorted = [...model].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
            const within = sorted.filter(([key]) => isWithin(key, query));
            const expected = (isReverse ? within.reverse() : within).slice(0, query.limit);
            const bounds = {
              from: prefix + (query.from ?? ''),
              to: query.to === undefined ? `${prefix.slice(0, -1)}0` : prefix + query.to,
            };
            const got = await state.range('people', { ...query, ...bounds });
            expect(got.map(([key, value]) => [key.slice(prefix.length), value])).toEqual(expected);
            expect(
              await state.getMany(
                'people',
                keys.map((key) => prefix + key),
              ),
            ).toEqual(keys.map((key) => model.get(key)));
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}

const someText = fc.string({
  unit: fc.constantFrom('\0', '\u0001', '\u0002', '\u007f', 'a', 'b', 'é', '\ue000', '\uffff', '😀'),
  maxLength: 4,
});
const someKey = someText.map((text) => `k${text}`);
const someKeys = fc.array(someKey, { maxLength: 10 });
const someChange: fc.Arbitrary<Change & { readonly value: string | undefined }> = fc.record({
  collection: fc.constant('people' as const),
  key: someKey,
  value: fc.option(someText, { nil: undefined }),
});
const someQuery: fc.Arbitrary<RangeQuery> = fc.record(
  { from: someKey, to: someKey, limit: fc.integer({ min: 1, max: 12 }), reverse: fc.boolean() },
  { requiredKeys: ['limit'] },
);

function isWithin(key: string, { from, to }: RangeQuery): boolean {
  const bytes = Buffer.from(key);
  return (
    (from === undefined || Buffer.compare(bytes, Buffer.from(from)) >= 0) &&
    (to === undefined || Buffer.compare(bytes, Buffer.from(to)) < 0)
  );
}

function put<Value extends string | Uint8Array>(
  collection: Collection,
  key: string,
  value: Value,
): Change & { readonly value: Value } {
  return { collection, key, value };
}

function cut(collection: Collection, key: string): Change {
  return { collection, key, value: undefined };
}

function all(state: State, collection: Collection): Promise<Entry[]> {
  return state.range(collection, { limit: 10_000 });
}

async function dump(state: State): Promise<Record<string, Entry[]>> {
  const dumped: Record<string, Entry[]> = {};
  for (const collection of COLLECTIONS) dumped[collection] = await all(state, collection);
  return dumped;
}
