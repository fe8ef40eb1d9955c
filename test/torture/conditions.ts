import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Torture } from './torture.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ROUNDS = 5;
/** Random cases a round: conditions over people in SQL, stories of the fold. */
const CASES = 3_000;
/** The tests that draw conditions, histories and moments. */
const FILES = [
  'src/core/condition/sql.test.ts',
  'src/core/condition/compile.test.ts',
  'src/core/condition/computed.test.ts',
  'src/pipeline/audiences.test.ts',
];
const SAID_CHARACTERS_MAX = 4_000;

/** Random conditions, histories, moments and deaths, by the thousand: the same tests as always, with other dice and longer. */
export const conditionsTorture: Torture = {
  name: 'conditions',
  promise: 'Live membership, the whole history and the warehouse always give the same answer.',
  async run({ rounds = ROUNDS, seconds = Number.POSITIVE_INFINITY, seed, say }) {
    const began = performance.now();
    const faults: string[] = [];
    let done = 0;
    while (done < rounds && performance.now() - began < seconds * 1_000) {
      const { code, text } = await roundOf(seed + done);
      done++;
      say(`round ${done} with seed ${seed + done - 1}: ${code === 0 ? 'the same answers' : 'NOT the same'}`);
      if (code !== 0) faults.push(`seed ${seed + done - 1}: ${text.slice(-SAID_CHARACTERS_MAX)}`);
    }
    return {
      figures: [
        ['rounds', String(done)],
        ['random cases in each file and round', CASES.toLocaleString('en')],
      ],
      faults,
    };
  },
};

function roundOf(seed: number): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', 'run', '--testTimeout=1800000', ...FILES],
      {
        cwd: ROOT,
        env: { ...process.env, RAPPORT_RUNS: String(CASES), RAPPORT_SEED: String(seed) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        text = (text + chunk.toString('utf8')).slice(-2 * SAID_CHARACTERS_MAX);
      });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}
