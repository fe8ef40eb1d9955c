import { parseArgs } from 'node:util';
import { conditionsTorture } from './conditions.ts';
import { diskFullTorture } from './disk-full.ts';
import { hostileTorture } from './hostile.ts';
import { killTorture } from './kill.ts';
import type { Torture } from './torture.ts';

/** Every torture. Each runs against a server of its own on loopback, with data in a folder that is removed. */
export const tortures: readonly Torture[] = [killTorture, hostileTorture, diskFullTorture, conditionsTorture];

const FIGURE_WIDTH = 48;

/** `rapport torture [name …] [--rounds N] [--seconds N] [--seed N]`; resolves with the exit code. */
export async function runTortures(args: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { rounds: text, seconds: text, seed: text },
  });
  const unknown = positionals.find((name) => name !== 'list' && !tortures.some((one) => one.name === name));
  if (unknown !== undefined)
    throw new Error(
      `there is no torture ${unknown}; there are ${tortures.map(({ name }) => name).join(', ')}`,
    );
  if (positionals.includes('list')) {
    for (const { name, promise } of tortures) console.log(`${name.padEnd(12)}${promise}`);
    return 0;
  }
  process.once('SIGTERM', () => process.exit(1));
  const rounds = wholeNumber('rounds', values.rounds);
  const seconds = wholeNumber('seconds', values.seconds);
  let faultCount = 0;
  for (const torture of tortures) {
    if (positionals.length > 0 && !positionals.includes(torture.name)) continue;
    console.log(`\n# ${torture.name}: ${torture.promise}`);
    const report = await torture.run({
      seed: wholeNumber('seed', values.seed) ?? Date.now() % 1_000_000,
      ...(rounds === undefined ? {} : { rounds }),
      ...(seconds === undefined ? {} : { seconds }),
      say: (line) => console.log(line),
    });
    for (const [name, value] of report.figures) console.log(`${name.padEnd(FIGURE_WIDTH)}${value}`);
    for (const fault of report.faults) console.log(`FAULT ${fault}`);
    if (report.skipped !== undefined) console.log(`skipped: ${report.skipped}`);
    else console.log(report.faults.length === 0 ? 'kept' : `${report.faults.length} faults`);
    faultCount += report.faults.length;
  }
  return faultCount === 0 ? 0 : 1;
}

function wholeNumber(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new Error(`--${name} must be a whole number`);
  return Number(value);
}
