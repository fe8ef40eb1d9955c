import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoArguments } from './delivery/arguments.ts';
import { type BroughtUp, bringUp } from './delivery/bring-up.ts';
import { live } from './delivery/live.ts';
import { refuseTakenPort } from './delivery/port.ts';
import { putAudiences } from './delivery/put-audiences.ts';
import { putPurposes } from './delivery/put-purposes.ts';
import { putWorkspaces } from './delivery/put-workspaces.ts';
import { openRemote, type Remote } from './delivery/remote.ts';
import { forget, readSaved, type Saved, writeSaved } from './delivery/saved.ts';
import { type ServerProcess, startServer } from './delivery/server-process.ts';
import { filled, settled } from './delivery/settled.ts';
import type { Show } from './delivery/show.ts';
import { liveText, openText, progressText, summaryOf } from './delivery/tell.ts';
import { type DemoOptions, demoOptions } from './options.ts';
import { MINUTE_MS, SECOND_MS } from './time.ts';

/** What the demo needs of the world. */
export interface DemoDeps {
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly show: Show;
  /** Standard output. */
  readonly out: (text: string) => void;
}

/** So long the shop can live on; at 60 times the speed of life it is twelve days. */
const AHEAD_DAYS = 730;
const SAVE_EVERY_MS = 5 * SECOND_MS;
/** Before everything. */
const NOTHING_DELIVERED = 0;

/** `npm run demo`: a server of its own, the history, and life until the signal. Resolves with the exit code. */
export async function runDemo(given: DemoArguments, deps: DemoDeps): Promise<number> {
  const { folder, port } = given;
  await refuseTakenPort(port);
  if (given.reset) forget(folder);
  const saved = readSaved(folder) ?? {
    options: optionsOf(given, deps.now()),
    deliveredUntil: NOTHING_DELIVERED,
  };
  refuseOthers(given, saved.options);
  writeSaved(folder, saved);
  const beganAt = deps.now();
  const server = await startServer(folder, port, (text) => deps.show.say(text.trimEnd()));
  const startedMs = deps.now() - beganAt;
  const stopping = new AbortController();
  const signal = AbortSignal.any([deps.signal, stopping.signal]);
  let isDone = false;
  const died = server.ended.then((code) => {
    if (!isDone) throw new Error(`The server ended by itself with ${code}.`);
  });
  try {
    const known = { ...saved, token: saved.token ?? (await newToken(openRemote(server.url))) };
    writeSaved(folder, known);
    const remote = openRemote(server.url, known.token);
    await Promise.race([open({ ...deps, signal, given, saved: known, remote, server, startedMs }), died]);
  } finally {
    isDone = true;
    stopping.abort();
    await stop(server, deps.show);
  }
  return 0;
}

interface Shop extends DemoDeps {
  readonly given: DemoArguments;
  readonly saved: Saved;
  readonly remote: Remote;
  readonly server: ServerProcess;
  /** How long the server took to start. */
  readonly startedMs: number;
}

async function open(shop: Shop): Promise<void> {
  const { given, saved, remote, now, signal } = shop;
  const { options } = saved;
  const began = now();
  const keep = keeper(shop);
  shop.show.say(`Rapport listens on ${remote.url}; the history is coming in.`);
  const today = given.headless ? options.now : now();
  const until = Math.max(options.now, saved.deliveredUntil, today);
  const inviteOnce = inviter(shop);
  let pastMs = 0;
  const up = await bringUp({
    remote,
    options,
    deliveredUntil: saved.deliveredUntil,
    until,
    folder: given.folder,
    now,
    withAnswers: given.answers,
    signal,
    onDelivered(reached) {
      keep(reached);
      pastMs ||= now() - began;
      inviteOnce();
      shop.show.line(progressText(saved, reached, until, shop.show.columns()));
    },
  });
  keep(signal.aborted ? undefined : until, true);
  if (signal.aborted) return;
  const deliveredMs = now() - began;
  const figures = await settled(remote, now);
  await putPurposes(remote);
  const audiences = await putAudiences(remote);
  await putWorkspaces(remote);
  // What is kept for later is whole; a shop that is looked at fills its audiences meanwhile.
  if (given.headless) await filled(remote, now);
  const times = { startedMs: shop.startedMs, pastMs, deliveredMs, loadedMs: now() - began };
  const loaded = { saved, up, figures, audiences, ...times };
  if (given.headless) {
    shop.out(`${JSON.stringify(summaryOf(loaded))}\n`);
    return;
  }
  shop.show.say(openText(loaded, { url: remote.url, ownerLink: shop.server.ownerLink() }, given));
  await goOn(shop, up, until, keep);
}

/** Tells where to look while the history comes in: the pages are there, and fill. */
function inviter({ given, server, show }: Shop): () => void {
  let isTold = given.headless;
  return () => {
    if (isTold) return;
    isTold = true;
    show.say(`  Look around meanwhile: ${server.ownerLink() ?? server.url}`);
  };
}

async function goOn(shop: Shop, up: BroughtUp, from: number, keep: Keep): Promise<void> {
  const { given, now, signal, show } = shop;
  const before = up.figures.messages;
  await live({
    stream: up.stream,
    post: up.post,
    from,
    speed: given.speed,
    now,
    signal,
    onDelivered(reached) {
      keep(reached);
      show.line(liveText(reached, up.figures.messages - before));
    },
  });
  keep(undefined, true);
  if (signal.aborted) return;
  show.say('The story of this shop is told; the server goes on. Ctrl-C stops it, --reset begins anew.');
  while (!signal.aborted) await sleep(MINUTE_MS, undefined, { signal }).catch(() => undefined);
}

/** Remembers how far the shop is; not at every turn. */
type Keep = (deliveredUntil: number | undefined, isNow?: boolean) => void;

function keeper({ given, saved, now }: Shop): Keep {
  let latest = saved.deliveredUntil;
  let savedAt = now();
  return (deliveredUntil, isNow = false) => {
    latest = Math.max(latest, deliveredUntil ?? latest);
    if (!isNow && now() - savedAt < SAVE_EVERY_MS) return;
    savedAt = now();
    writeSaved(given.folder, { ...saved, deliveredUntil: latest });
  };
}

/** A token for the demo itself, from a server that nobody has claimed. */
async function newToken(remote: Remote): Promise<string> {
  const body = { name: 'The demo itself', role: 'admin' };
  return (await remote.call<{ secret: string }>('POST', '/api/tokens', { body })).secret;
}

function optionsOf(given: DemoArguments, now: number): DemoOptions {
  const { people, days, seed } = given;
  return demoOptions({
    now: given.now ?? Math.floor(now / MINUTE_MS) * MINUTE_MS,
    aheadDays: AHEAD_DAYS,
    ...(people === undefined ? {} : { people }),
    ...(days === undefined ? {} : { days }),
    ...(seed === undefined ? {} : { seed }),
  });
}

function refuseOthers(given: DemoArguments, options: DemoOptions): void {
  for (const name of ['people', 'days', 'seed', 'now'] as const)
    if (given[name] !== undefined && given[name] !== options[name])
      throw new Error(
        `The shop in ${given.folder} was made with --${name} ${options[name]}; --reset begins anew.`,
      );
}

async function stop(server: ServerProcess, show: Show): Promise<void> {
  show.say('Stopping …');
  const code = await server.stop();
  if (code !== 0) throw new Error(`The server stopped with ${code}; its next start catches up.`);
}
