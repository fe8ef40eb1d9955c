import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canMount, mountSmallDisk, type SmallDisk } from '../folder/small-disk.fixture.ts';
import { openLmdbState, type State } from './index.ts';
import { expectNumbered, lastNumber, numberedChanges } from './numbered.fixture.ts';

const MB = 2 ** 20;
const DISK_MB = 32;
const FILLER_MB = 16;

describe.skipIf(!canMount())('on a small disk (a tmpfs of its own; needs root to mount)', () => {
  let mounted: SmallDisk;
  let disk: string;
  let state: State;

  beforeEach(async () => {
    mounted = await mountSmallDisk(DISK_MB);
    disk = mounted.folder;
    state = await openLmdbState({ folder: join(disk, 'state') });
  });
  afterEach(async () => {
    await state.close();
    await mounted.remove();
  });

  test('a full disk refuses commits whole, keeps what was committed, and takes on again when there is room', async () => {
    await state.commit(numberedChanges(1));
    await writeFile(join(disk, 'filler'), Buffer.alloc(FILLER_MB * MB));
    const written = await fillUp(state, 1_000_000);
    expect(written).toBeGreaterThan(3);

    // Whatever is read meanwhile is right, and a refusal is the answer every time, not a hang.
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(state.commit([put('jobs', 'last', 'x'.repeat(8 * MB))])).rejects.toMatchObject({
        code: 'state.full',
        status: 503,
        retryAfterSeconds: 5,
      });
      await expectNumbered(state, 1);
      expect(await state.count('jobs')).toBe(written);
    }

    await rm(join(disk, 'filler'));
    await state.commit([put('jobs', 'last', 'x'.repeat(8 * MB))]);
    await state.commit(numberedChanges(2));
    await state.close();
    state = await openLmdbState({ folder: join(disk, 'state') });
    await expectNumbered(state, 2);
    expect(await state.count('jobs')).toBe(written + 1);
  });

  test('who reads while commits fail is never given an environment that is being closed', async () => {
    await state.commit(numberedChanges(1));
    await writeFile(join(disk, 'filler'), Buffer.alloc(FILLER_MB * MB));
    const written = await fillUp(state, 300_000);
    const keys = Array.from({ length: 4 }, (_, i) => `j${i}`);
    let isOver = false;
    const readers = Array.from({ length: 8 }, async (_, reader) => {
      let count = 0;
      for (; !isOver; count++) {
        await nextTurn();
        if (reader % 2 === 0) await expectNumbered(state, 1);
        else
          expect((await state.getMany('jobs', keys)).every((value) => value?.length === 300_000)).toBe(true);
        expect(await state.count('jobs')).toBe(written);
      }
      return count;
    });
    for (let attempt = 0; attempt < 40; attempt++) {
      await expect(state.commit([put('jobs', 'last', 'x'.repeat(8 * MB))])).rejects.toMatchObject({
        code: 'state.full',
      });
    }
    isOver = true;
    expect(Math.min(...(await Promise.all(readers)))).toBeGreaterThan(40);
  });

  test('many commits at once on a full disk are each there or refused', async () => {
    await writeFile(join(disk, 'filler'), Buffer.alloc(FILLER_MB * MB));
    await fillUp(state, 300_000);
    const results = await Promise.allSettled(
      Array.from({ length: 400 }, (_, index) =>
        state.commit([put('people', `p${index}`, 'x'.repeat(20_000))]),
      ),
    );
    const refused = results.flatMap((result, index) =>
      result.status === 'rejected' ? [{ index, code: result.reason.code }] : [],
    );
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['state.full']));
    expect(await state.count('people')).toBe(results.length - refused.length);

    await rm(join(disk, 'filler'));
    await state.commit(refused.map(({ index }) => put('people', `p${index}`, 'x'.repeat(20_000))));
    expect(await state.count('people')).toBe(results.length);
    expect(await lastNumber(state)).toBe(0);
  });
});

function put(collection: 'jobs' | 'people', key: string, value: string) {
  return { collection, key, value };
}

/** Commits values of so many bytes until one is refused, and gives how many were not. */
async function fillUp(state: State, bytes: number): Promise<number> {
  for (let count = 0; ; count++) {
    try {
      await state.commit([put('jobs', `j${count}`, 'x'.repeat(bytes))]);
    } catch (error) {
      expect(error).toMatchObject({ code: 'state.full' });
      return count;
    }
  }
}
