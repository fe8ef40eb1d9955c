import { writeSync } from 'node:fs';
import { Refusal } from '../../core/index.ts';
import { openLmdbState } from './lmdb-state.ts';
import { lastNumber, numberedChanges } from './numbered.fixture.ts';

// Opens a state in a process of its own and prints `open`, or the code of the refusal. With `commit` it then goes on
// with the numbered commits, a few at a time, and prints the number of each that resolved, until it is killed.
const [folder = '', order = ''] = process.argv.slice(2);
const IN_FLIGHT = 4;

try {
  const state = await openLmdbState({ folder });
  let number = await lastNumber(state);
  writeSync(1, 'open\n');
  const commitOn = async (): Promise<void> => {
    for (;;) {
      const mine = ++number;
      await state.commit(numberedChanges(mine));
      writeSync(1, `${mine}\n`);
    }
  };
  if (order === 'commit') await Promise.all(Array.from({ length: IN_FLIGHT }, commitOn));
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  writeSync(1, `${error.code}\n`);
}
