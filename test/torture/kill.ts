import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { audit } from './audit.ts';
import { startClients } from './clients.ts';
import { createDice, type Dice } from './dice.ts';
import { startOperator } from './operator.ts';
import { createServer, type Server, VICTIMS } from './server.ts';
import { settled } from './settled.ts';
import type { Torture, TortureOptions, TortureReport } from './torture.ts';

const ROUNDS = 10;
const SECONDS = 3_600;
const CLIENTS = 4;
/** A server that is up lives for up to so long before the next blow. */
const LIFE_MS_MAX = 2_500;
/** Every fifth blow falls on a server that is just starting, and may still be folding what the last one left. */
const EARLY_SHARE = 0.2;
const EARLY_MS_MAX = 1_500;
const WAREHOUSE_BACK_MS = 1_500;

/** Kills under load. */
export const killTorture: Torture = {
  name: 'kill',
  promise: 'kill -9 of the program, its warehouse, or both: no acknowledged event is lost, none counts twice',
  run: kill,
};

interface Lives {
  readonly readyMs: number[];
  starts: number;
  readonly kills: Record<(typeof VICTIMS)[number] | 'early', number>;
}

async function kill({
  rounds = ROUNDS,
  seconds = SECONDS,
  seed,
  say,
}: TortureOptions): Promise<TortureReport> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-kill-'));
  const dice = createDice(seed);
  const server = createServer(folder);
  const lives: Lives = {
    readyMs: [],
    starts: 0,
    kills: { main: 0, warehouse: 0, both: 0, launcher: 0, early: 0 },
  };
  await startAgain(server, lives);
  const clients = startClients(server, CLIENTS, String(seed), dice);
  const operator = startOperator(server, dice);
  try {
    const began = performance.now();
    let round = 0;
    while (round < rounds && performance.now() - began < seconds * 1_000) {
      round++;
      const blow = await strike(server, dice, lives);
      say(`round ${round}: ${blow}; ${clients.account.acknowledged.size} events acknowledged so far`);
    }
    await Promise.all([clients.stop(), operator.stop()]);
    await settled(server);
    const code = await server.stop();
    const { faults, ...books } = await audit(folder, clients.account.acknowledged);
    const { account } = clients;
    return {
      figures: [
        ['seed', String(seed)],
        [
          'rounds (program/warehouse/both/launcher/early)',
          `${round} (${Object.values(lives.kills).join('/')})`,
        ],
        ['starts', String(lives.starts)],
        ['time to ready, median and worst', `${middle(lives.readyMs)} ms, ${Math.max(...lives.readyMs)} ms`],
        ['batches acknowledged, tries failed', `${account.batches}, ${account.retries}`],
        ['merges, un-merges, changes of settings', Object.values(operator.done).join(', ')],
        ['events acknowledged', String(books.acknowledged)],
        ['lost', String(books.lost)],
        ['doubled', String(books.doubled)],
        ['rows in the warehouse', String(books.rows)],
        ['log records folded again', String(books.records)],
        ['records of the state compared', String(books.compared)],
      ],
      faults: [
        ...faults,
        ...account.surprises,
        ...(code === 0 ? [] : [`the orderly stop ended with exit code ${code}: ${server.output()}`]),
      ],
    };
  } finally {
    clients.abandon();
    await operator.stop();
    if (server.isUp()) await server.kill('both');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lets the server live a while and strikes; the server is up again afterwards. Says what happened. */
async function strike(server: Server, dice: Dice, lives: Lives): Promise<string> {
  await wait(dice.below(LIFE_MS_MAX));
  const victim = dice.pick(VICTIMS);
  lives.kills[victim]++;
  await server.kill(victim);
  if (victim === 'warehouse') {
    await wait(WAREHOUSE_BACK_MS * dice.roll());
    return 'warehouse killed';
  }
  let early = 0;
  while (dice.chance(EARLY_SHARE)) {
    early++;
    lives.kills.early++;
    lives.starts++;
    // It may come up before the blow, or die of it.
    const started = server.start().then(
      () => true,
      () => false,
    );
    await wait(dice.below(EARLY_MS_MAX));
    await server.kill('both');
    await started;
  }
  const ms = await startAgain(server, lives);
  return `${victim} killed${early > 0 ? `, ${early} more while starting` : ''}, ready after ${ms} ms`;
}

async function startAgain(server: Server, lives: Lives): Promise<number> {
  lives.starts++;
  const ms = Math.round(await server.start());
  lives.readyMs.push(ms);
  return ms;
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
