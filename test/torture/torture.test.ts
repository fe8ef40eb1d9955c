import { expect, it } from 'vitest';
import { diskFullTorture } from './disk-full.ts';
import { hostileTorture } from './hostile.ts';
import { killTorture } from './kill.ts';
import { whyNoSmallDisk } from './small-disk.ts';
import type { Torture, TortureOptions } from './torture.ts';

/** Few rounds; `npm run torture -- kill --rounds 100` runs many. */
const KILLS = Number(process.env['RAPPORT_TORTURE_ROUNDS'] ?? 3);
const TIMEOUT_MS = 120_000 + KILLS * 20_000;
/** Tests share their machine with other tests. */
const PATIENCE = 6;

async function expectKept(torture: Torture, options: Partial<TortureOptions>): Promise<void> {
  const { faults, figures } = await torture.run({
    seed: 20_260_503,
    patience: PATIENCE,
    say: () => {},
    ...options,
  });
  expect(faults, JSON.stringify(figures, undefined, 1)).toEqual([]);
}

it(
  'kill -9 of the program and its warehouse under load loses no acknowledged event and counts none twice',
  { timeout: TIMEOUT_MS },
  () => expectKept(killTorture, { rounds: KILLS }),
);

it(
  'hostile senders get clear answers, lose nothing lawful, and slow no polite one down',
  { timeout: TIMEOUT_MS },
  () => expectKept(hostileTorture, {}),
);

const reason = whyNoSmallDisk();
it.skipIf(reason !== undefined)(
  `a full disk is answered 503, loses nothing acknowledged, and is over when there is room${reason === undefined ? '' : ` (skipped: ${reason})`}`,
  { timeout: TIMEOUT_MS },
  () => expectKept(diskFullTorture, { rounds: 1 }),
);
