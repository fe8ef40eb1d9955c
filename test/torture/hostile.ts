import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { audit } from './audit.ts';
import { bodies } from './hostile/bodies.ts';
import { chain, manyDevices, sharedDevice } from './hostile/chains.ts';
import { manyEvents } from './hostile/many.ts';
import { names } from './hostile/names.ts';
import { type Fare, type PoliteClient, percentile, startPoliteClient } from './hostile/polite.ts';
import { fourTimes, outOfOrder, wrongClocks } from './hostile/repeats.ts';
import { type Act, createStage, type Stage } from './hostile/stage.ts';
import { createServer } from './server.ts';
import { settled } from './settled.ts';
import type { Torture, TortureOptions, TortureReport } from './torture.ts';

const ACTS: readonly Act[] = [
  fourTimes,
  outOfOrder,
  wrongClocks,
  bodies,
  names,
  manyDevices,
  chain,
  sharedDevice,
  manyEvents,
];

const QUIET_MS = 3_000;
/** What a polite client may meet while others are hostile: 99 of 100 acknowledgements and reads within this time. */
const POLITE_P99_MS_MAX = 500;

/** Hostile senders beside a polite one. */
export const hostileTorture: Torture = {
  name: 'hostile',
  promise: `whatever is sent gets a clear answer, nothing lawful is lost, and a polite client waits at most ${POLITE_P99_MS_MAX} ms (p99)`,
  run: beHostile,
};

async function beHostile({ say, patience = 1 }: TortureOptions): Promise<TortureReport> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-hostile-'));
  const server = createServer(folder);
  const figures: [string, string][] = [];
  const faults: string[] = [];
  try {
    await server.start();
    const stage = createStage(server);
    const polite = startPoliteClient(server, stage.owed);
    await wait(QUIET_MS);
    figures.push(['act', 'seconds; polite client: acks p50/p99/worst, reads p50/p99/worst (ms)']);
    figures.push(['(nobody hostile)', fareText(polite.fare())]);
    for (const act of ACTS) {
      const result = await perform(act, stage, polite, POLITE_P99_MS_MAX * patience);
      say(`${act.name}: ${result.figure}`);
      figures.push([act.name, result.figure]);
      faults.push(...result.faults);
    }
    await polite.stop();
    await settled(server);
    const code = await server.stop();
    if (code !== 0) faults.push(`the orderly stop ended with exit code ${code}: ${server.output()}`);
    const books = await audit(folder, stage.owed);
    figures.push(['events owed, lost, doubled', `${books.acknowledged}, ${books.lost}, ${books.doubled}`]);
    return { figures, faults: [...faults, ...books.faults] };
  } finally {
    if (server.isUp()) await server.kill('both');
    await rm(folder, { recursive: true, force: true });
  }
}

async function perform(
  act: Act,
  stage: Stage,
  polite: PoliteClient,
  msMax: number,
): Promise<{ figure: string; faults: readonly string[] }> {
  const began = performance.now();
  const found = await act
    .run(stage)
    .catch((error: unknown) => [error instanceof Error ? error.message : String(error)]);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const fare = polite.fare();
  const slow = [...slowness('acknowledgements', fare.acks, msMax), ...slowness('reads', fare.reads, msMax)];
  const faults = [...found, ...slow, ...fare.refusals.slice(0, 3)].map((fault) => `${act.name}: ${fault}`);
  return { figure: `${seconds} s; ${fareText(fare)}`, faults };
}

function slowness(what: string, times: readonly number[], msMax: number): string[] {
  const ms = Math.round(percentile(times, 0.99));
  return ms > msMax ? [`${what} of a polite client took ${ms} ms (p99)`] : [];
}

function fareText({ acks, reads }: Fare): string {
  const text = (times: readonly number[]) =>
    [percentile(times, 0.5), percentile(times, 0.99), Math.max(0, ...times)].map(Math.round).join('/');
  return `${text(acks)}, ${text(reads)}`;
}
