import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLmdbState } from './index.ts';
import { expectNumbered, lastNumber, numberedChanges } from './numbered.fixture.ts';

/** Longer: RAPPORT_CRASH_ROUNDS=100 npx vitest run src/engine/state/lmdb-crash */
const ROUNDS = Number(process.env['RAPPORT_CRASH_ROUNDS'] ?? 5);

const children: ChildProcess[] = [];
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-state-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  await rm(folder, { recursive: true, force: true });
});

test(`every commit that resolved is there after kill -9, and none is there in half (${ROUNDS} rounds)`, async () => {
  let before = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const { child, lines } = startChild('commit');
    await reach(lines, `round ${round} to commit`, (seen) => seen.length > 40 + 37 * round);
    await kill(child);
    const resolved = Math.max(...lines.seen.slice(1).map(Number));

    const state = await openLmdbState({ folder });
    const position = await lastNumber(state);
    expect(position).toBeGreaterThanOrEqual(resolved);
    expect(position).toBeGreaterThan(before);
    await expectNumbered(state, position);
    await state.close();
    before = position;
  }
});

test('a state is open in one process only, and is free again when that is killed', async () => {
  const { child, lines } = startChild('hold');
  await reach(lines, 'the holder to open', (seen) => seen.includes('open'));
  await expect(openLmdbState({ folder })).rejects.toMatchObject({ code: 'state.in-use', status: 503 });
  await expect(openLmdbState({ folder })).rejects.toMatchObject({ code: 'state.in-use' });
  const second = startChild('hold');
  await reach(second.lines, 'the second to be refused', (seen) => seen.includes('state.in-use'));

  await kill(child);
  const state = await openLmdbState({ folder });
  await state.commit(numberedChanges(1));
  await state.close();
});

test('a state is open once in a process too, and refusing another harms it not', async () => {
  const state = await openLmdbState({ folder });
  await expect(openLmdbState({ folder })).rejects.toMatchObject({ code: 'state.in-use' });
  const { lines } = startChild('hold');
  await reach(lines, 'the other process to be refused', (seen) => seen.includes('state.in-use'));
  await state.commit(numberedChanges(1));
  await expectNumbered(state, 1);
  await state.close();

  const again = startChild('hold');
  await reach(again.lines, 'the other process to open', (seen) => seen.includes('open'));
});

test('of several that open at once at most one is admitted', async () => {
  const started = Array.from({ length: 4 }, () => startChild('hold'));
  for (const { lines } of started) await reach(lines, 'an answer', (seen) => seen.length > 0);
  const answers = started.map(({ lines }) => lines.seen[0]);
  expect(answers.filter((answer) => answer === 'open').length).toBeLessThanOrEqual(1);
  expect(answers.every((answer) => answer === 'open' || answer === 'state.in-use')).toBe(true);
});

test('a file whose end is missing is refused instead of ending the process later', async () => {
  const state = await openLmdbState({ folder });
  const value = 'x'.repeat(1_000_000);
  await state.commit(Array.from({ length: 12 }, (_, i) => ({ collection: 'people', key: `p${i}`, value })));
  await state.close();
  await truncate(join(folder, 'data.mdb'), 2_000_000);
  await expect(openLmdbState({ folder })).rejects.toMatchObject({ code: 'state.damaged', status: 500 });
  await expect(openLmdbState({ folder })).rejects.toMatchObject({ code: 'state.damaged' });
});

interface Lines {
  readonly seen: string[];
  look: () => void;
}

function startChild(order: 'commit' | 'hold'): { child: ChildProcess; lines: Lines } {
  const script = fileURLToPath(new URL('lmdb-child.fixture.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, order], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines: Lines = { seen: [], look: () => undefined };
  createInterface(child.stdout!).on('line', (line) => {
    lines.seen.push(line);
    lines.look();
  });
  return { child, lines };
}

/** Waits until the lines of a child are as wanted. */
function reach(lines: Lines, what: string, isReached: (seen: string[]) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`Waited in vain for ${what}: ${lines.seen.slice(-3)}`)),
      30_000,
    );
    lines.look = () => {
      if (!isReached(lines.seen)) return;
      clearTimeout(timer);
      resolve();
    };
    lines.look();
  });
}

/** Ends a child as a power cut would; what it had written is read to the end. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'close');
}
