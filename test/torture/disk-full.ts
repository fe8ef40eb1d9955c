import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { audit } from './audit.ts';
import { type Clients, startClients } from './clients.ts';
import { createDice } from './dice.ts';
import { createServer, type Server } from './server.ts';
import { readHealth, settled } from './settled.ts';
import { mountSmallDisk, type SmallDisk, whyNoSmallDisk } from './small-disk.ts';
import type { Torture, TortureOptions, TortureReport } from './torture.ts';

const DISK_MB = 900;
const CLIENTS = 2;
const ROUNDS = 2;
/** How long the server lives without any room, and how soon it must notice the lack of it and its end. */
const WITHOUT_ROOM_MS = 3_000;
const NOTICE_MS_MAX = 20_000;
const RECOVER_MS_MAX = 60_000;
const LOOK_EVERY_MS = 100;
/** Less than the log keeps free for trims, more than nothing. */
const LITTLE_BYTES = 150 * 1024 ** 2;

/** A full disk under load. */
export const diskFullTorture: Torture = {
  name: 'disk-full',
  promise:
    'on a full disk collection answers 503, nothing acknowledged is lost, and it goes on by itself when there is room',
  run: fillDisk,
};

interface Scene {
  readonly disk: SmallDisk;
  readonly server: Server;
  readonly clients: Clients;
  readonly figures: [string, string][];
  readonly faults: string[];
  say(line: string): void;
}

async function fillDisk({ rounds = ROUNDS, seed, say }: TortureOptions): Promise<TortureReport> {
  const skipped = whyNoSmallDisk();
  if (skipped !== undefined) return { figures: [], faults: [], skipped };
  const disk = await mountSmallDisk(DISK_MB);
  const folder = join(disk.folder, 'data');
  const server = createServer(folder);
  const [figures, faults]: [[string, string][], string[]] = [[], []];
  await server.start();
  const clients = startClients(server, CLIENTS, String(seed), createDice(seed));
  try {
    const scene: Scene = { disk, server, clients, figures, faults, say };
    await untilAcknowledged(scene, 100);
    for (let round = 1; round <= rounds; round++) await withoutRoom(scene, round);
    await withLittleRoom(scene).catch((error: unknown) => {
      throw server.isUp() ? error : new Error(`the server died: ${server.output()}`, { cause: error });
    });
    await clients.stop();
    await settled(server);
    const code = await server.stop();
    if (code !== 0) faults.push(`the orderly stop ended with exit code ${code}: ${server.output()}`);
    const {
      acknowledged,
      lost,
      doubled,
      rows,
      faults: found,
    } = await audit(folder, clients.account.acknowledged);
    figures.push(['events acknowledged, lost, doubled', `${acknowledged}, ${lost}, ${doubled}`]);
    figures.push(['tries that were turned away', String(clients.account.retries)]);
    figures.push(['rows in the warehouse', String(rows)]);
    return { figures, faults: [...faults, ...clients.account.surprises, ...found] };
  } finally {
    clients.abandon();
    if (server.isUp()) await server.kill('both');
    await disk.remove();
  }
}

/** To the last byte, while clients send: the next commit of the log fails in the middle. */
async function withoutRoom(scene: Scene, round: number): Promise<void> {
  const { disk, faults, say, figures } = scene;
  await disk.fill(0);
  const noticed = await untilRefused(scene);
  await wait(WITHOUT_ROOM_MS);
  faults.push(...(await faultsWhileFull(scene)));
  await disk.clear();
  const before = scene.clients.account.batches;
  const recovered = await untilAcknowledged(scene, before + 10);
  say(
    `round ${round}: refused after ${noticed} ms without room, went on ${recovered} ms after there was some`,
  );
  figures.push([`round ${round}: refusing, going on after`, `${noticed} ms, ${recovered} ms`]);
}

/** The log stops before the disk is full, so that there is room to trim it in. */
async function withLittleRoom({ disk, server, clients, faults, figures }: Scene): Promise<void> {
  await disk.fill(LITTLE_BYTES);
  const padding = 'x'.repeat(400 * 1024);
  let sentBytes = 0;
  for (let status = 200; status === 200 && sentBytes < LITTLE_BYTES; sentBytes += padding.length) {
    const body = JSON.stringify({
      batch: [{ type: 'track', event: 'Padding', userId: 'padding', context: padding }],
    });
    ({ status } = await probe(server, body));
  }
  if (sentBytes >= LITTLE_BYTES) faults.push('the log took its reserve for itself');
  figures.push(['taken before the reserve was reached', `${Math.round(sentBytes / 1024 ** 2)} MB`]);
  await disk.clear();
  const before = clients.account.batches;
  await untilAcknowledged({ clients, faults }, before + 10);
}

/** A clear refusal, an honest health, and people who can still be read. */
async function faultsWhileFull({ server }: Scene): Promise<string[]> {
  const faults: string[] = [];
  if (!server.isUp()) return [`the server died of a full disk: ${server.output()}`];
  const answer = await probe(server);
  if (answer.status !== 503) faults.push(`a full disk is answered ${answer.status}, not 503`);
  if (!answer.retryAfter) faults.push('a full disk is answered without Retry-After');
  const health = await readHealth(server);
  if (health.state !== 'red') faults.push(`health is ${health.state} while the disk is full`);
  if (health.checks['disk']?.state !== 'red') faults.push('health does not name the disk');
  const read = await fetch(`${server.url()}/api/people?identity=user:user-1`, {
    signal: AbortSignal.timeout(5_000),
  });
  await read.arrayBuffer();
  if (read.status !== 200 && read.status !== 404) faults.push(`people cannot be read: ${read.status}`);
  return faults;
}

async function probe(
  server: Server,
  body = JSON.stringify({ batch: [{ type: 'track', event: 'Probe', userId: 'probe' }] }),
): Promise<{ status: number; retryAfter: string | null }> {
  const response = await fetch(`${server.url()}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${server.key()}` },
    body,
    signal: AbortSignal.timeout(NOTICE_MS_MAX),
  });
  await response.arrayBuffer();
  return { status: response.status, retryAfter: response.headers.get('retry-after') };
}

/** Ms until a request is turned away. */
async function untilRefused({ server, faults }: Scene): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < NOTICE_MS_MAX) {
    if ((await probe(server)).status === 503) return Math.round(performance.now() - began);
    await wait(LOOK_EVERY_MS);
  }
  faults.push(`nothing was refused within ${NOTICE_MS_MAX} ms`);
  return NOTICE_MS_MAX;
}

/** Ms until so many batches are acknowledged. */
async function untilAcknowledged(
  { clients, faults }: Pick<Scene, 'clients' | 'faults'>,
  batches: number,
): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < RECOVER_MS_MAX) {
    if (clients.account.batches >= batches) return Math.round(performance.now() - began);
    await wait(LOOK_EVERY_MS);
  }
  faults.push(`nothing was acknowledged within ${RECOVER_MS_MAX} ms`);
  return RECOVER_MS_MAX;
}
