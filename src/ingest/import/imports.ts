import { type Clock, refusal } from '../../core/index.ts';
import type { State } from '../../engine/state/index.ts';
import { isUnfinished, type Job, type JobOrder } from './job.ts';
import { createJobStore, type JobStore } from './job-store.ts';
import { parseMap } from './map/map.ts';
import { createQueue, type Queue } from './queue.ts';
import type { ImportSource } from './run.ts';
import type { ImportHeader } from './shipping.ts';
import { openSpool, type Spool } from './spool.ts';
import type { Progress } from './tally.ts';

export interface ImportsDeps {
  readonly state: Pick<State, 'getMany' | 'range' | 'commit'>;
  /** A folder of its own for uploads that are on their way. */
  readonly folder: string;
  readonly clock: Clock;
  /** A short text that no other call gives: letters and digits. */
  readonly newId: () => string;
  /** Appends a record to the log; resolves once it is durable. */
  append(header: ImportHeader, body: Uint8Array): Promise<number>;
  /** The source of an id, or the one that imports count for when none is named. */
  source(id: string | undefined): ImportSource | undefined;
  /** Told about failures of our own making, for the log. */
  onError?(error: unknown, jobId: string): void;
}

/** Imports over HTTP: uploads, a queue with one import at a time, and what has become of each. */
export interface Imports {
  /**
   * Registers an import; its content comes with `receive`. The same order again while that import is unfinished gives
   * the same job. Refusals: `import.map-invalid` (422), `import.source-unknown` (404), `import.too-large` (413).
   */
  create(order: JobOrder): Promise<Job>;
  /** Takes content from an offset on; with the last byte the job begins to wait. Refusals: those of `Spool.write`, `import.state` (409). */
  receive(id: string, offset: number, content: AsyncIterable<Uint8Array>): Promise<Job>;
  /** Refuses `import.unknown` (404). */
  get(id: string): Promise<Job>;
  /** Newest first, from below an id on. */
  list(limit: number, below?: string): Promise<Job[]>;
  /** Imports what was checked, or goes on with what failed; with a corrected map, from the start. Refuses `import.state` (409). */
  start(id: string, map?: Job['map']): Promise<Job>;
  /** Stops an import and forgets its content. What is in the log stays. */
  cancel(id: string): Promise<Job>;
  /** How much of the file that is imported now has been read (0 to 1); undefined while none is. */
  readShare(): number | undefined;
  /** Takes up what a stop or a kill interrupted; called once at the start. */
  resume(): Promise<void>;
  /** Stops at the next record, with the progress saved. */
  close(): Promise<void>;
}

/** 64 GiB: 600 million order lines. */
const SIZE_BYTES_MAX = 68_719_476_736;
const JOBS_KEPT_MAX = 500;
/** Uploads that nobody goes on with, and the content of what failed, leave the disk at the first start after a week. */
const CONTENT_KEPT_MS = 7 * 86_400_000;
const ID_TIME_DIGITS = 9;

interface Parts extends ImportsDeps {
  readonly store: JobStore;
  readonly spool: Spool;
  readonly queue: Queue;
}

/** Opens the imports over a state and a folder. */
export async function createImports(deps: ImportsDeps): Promise<Imports> {
  const store = createJobStore(deps.state);
  const spool = await openSpool(deps.folder);
  const parts: Parts = { ...deps, store, spool, queue: createQueue({ ...deps, store, spool }) };
  const receiving = new Set<string>();
  return {
    create: (order) => create(order, parts),
    async receive(id, offset, content) {
      const job = await find(id, parts);
      if (job.status.state !== 'uploading') throw wrongState(job, 'has its content already');
      if (receiving.has(id)) throw wrongState(job, 'is receiving content at this moment');
      receiving.add(id);
      try {
        const receivedBytes = await spool.write(id, offset, job.sizeBytes, content);
        if (receivedBytes < job.sizeBytes) return { ...job, status: { state: 'uploading', receivedBytes } };
        return await enqueue(job, {}, parts);
      } finally {
        receiving.delete(id);
      }
    },
    get: async (id) => withReceived(await find(id, parts), spool),
    async list(limit, below) {
      const jobs = await store.list(limit, below);
      return Promise.all(jobs.map((job) => withReceived(parts.queue.live(job.id) ?? job, spool)));
    },
    start: (id, map) => start(id, map, parts),
    cancel: (id) => cancel(id, parts),
    readShare() {
      const job = parts.queue.running();
      if (job?.status.state !== 'running') return undefined;
      return Math.min(1, (job.status.progress?.totals.bytesRead ?? 0) / job.sizeBytes);
    },
    resume: () => resume(parts),
    close: () => parts.queue.close(),
  };
}

async function create(order: JobOrder, { store, spool, queue, ...deps }: Parts): Promise<Job> {
  const map = parseMap(order.map);
  const source = deps.source(order.source);
  if (source === undefined) {
    throw refusal('import.source-unknown', 404, `There is no source ${order.source ?? 'for imports'}.`);
  }
  if (order.sizeBytes > SIZE_BYTES_MAX) {
    const message = `The file is larger than ${SIZE_BYTES_MAX} bytes. Split it.`;
    throw refusal('import.too-large', 413, message, { detail: { sizeBytesMax: SIZE_BYTES_MAX } });
  }
  const known = await store.list(JOBS_KEPT_MAX * 2);
  const same = known.find((job) => isUnfinished(job.status) && isSameOrder(job, order, source.id));
  if (same !== undefined) return withReceived(queue.live(same.id) ?? same, spool);
  await forget(known.slice(JOBS_KEPT_MAX), store, spool);
  const now = deps.clock.now();
  const job: Job = {
    id: now.toString(36).padStart(ID_TIME_DIGITS, '0') + deps.newId(),
    file: order.file,
    sizeBytes: order.sizeBytes,
    source: source.id,
    map,
    dryRun: order.dryRun ?? false,
    ...(order.fingerprint === undefined ? {} : { fingerprint: order.fingerprint }),
    createdAt: now,
    status: { state: 'uploading', receivedBytes: 0 },
  };
  await store.put(job);
  return job;
}

async function start(id: string, map: Job['map'] | undefined, parts: Parts): Promise<Job> {
  const job = await find(id, parts);
  const { status } = job;
  if (status.state !== 'checked' && status.state !== 'failed') throw wrongState(job, `is ${status.state}`);
  if (map !== undefined) return enqueue({ ...job, dryRun: false, map: parseMap(map) }, {}, parts);
  // Another map makes other events and begins at the first row; the same one goes on where it stopped.
  const progress = status.state === 'failed' ? status.progress : undefined;
  return enqueue({ ...job, dryRun: false }, progress === undefined ? {} : { progress }, parts);
}

async function cancel(id: string, parts: Parts): Promise<Job> {
  await parts.queue.stop(id);
  const job = await find(id, parts);
  if (job.status.state === 'done' || job.status.state === 'cancelled') return job;
  const progress = 'progress' in job.status ? job.status.progress : undefined;
  const status = { state: 'cancelled', cancelledAt: parts.clock.now() } as const;
  const next: Job = { ...job, status: progress === undefined ? status : { ...status, progress } };
  await parts.store.put(next);
  await parts.spool.remove(id);
  return next;
}

async function resume(parts: Parts): Promise<void> {
  const jobs = await parts.store.list(JOBS_KEPT_MAX);
  const stale = parts.clock.now() - CONTENT_KEPT_MS;
  for (const job of jobs.reverse()) {
    const { state } = job.status;
    if (state === 'uploading' && job.createdAt < stale) await cancel(job.id, parts);
    else if (state === 'failed' && job.status.failedAt < stale) await parts.spool.remove(job.id);
    else if (state === 'done' || state === 'cancelled') await parts.spool.remove(job.id);
    else if (state === 'uploading') {
      // Killed between the last byte and its answer.
      if ((await parts.spool.size(job.id)) === job.sizeBytes) await enqueue(job, {}, parts);
    } else if (isUnfinished(job.status)) parts.queue.add(job.id);
  }
}

async function enqueue(
  job: Job,
  how: { readonly progress?: Progress },
  { store, queue }: Parts,
): Promise<Job> {
  const waiting: Job = { ...job, status: { state: 'waiting', ...how } };
  await store.put(waiting);
  queue.add(job.id);
  return waiting;
}

async function find(id: string, { queue, store }: Parts): Promise<Job> {
  const job = queue.live(id) ?? (await store.get(id));
  if (job === undefined)
    throw refusal('import.unknown', 404, `There is no import ${id}.`, { detail: { id } });
  return job;
}

function isSameOrder(job: Job, order: JobOrder, source: string): boolean {
  return (
    order.fingerprint !== undefined &&
    job.fingerprint === order.fingerprint &&
    job.file === order.file &&
    job.sizeBytes === order.sizeBytes &&
    job.source === source &&
    job.dryRun === (order.dryRun ?? false) &&
    JSON.stringify(job.map) === JSON.stringify(order.map)
  );
}

async function withReceived(job: Job, spool: Spool): Promise<Job> {
  if (job.status.state !== 'uploading') return job;
  return { ...job, status: { state: 'uploading', receivedBytes: await spool.size(job.id) } };
}

async function forget(jobs: readonly Job[], store: JobStore, spool: Spool): Promise<void> {
  const finished = jobs.filter((job) => !isUnfinished(job.status));
  for (const job of finished) await spool.remove(job.id);
  if (finished.length > 0) await store.remove(finished.map((job) => job.id));
}

function wrongState(job: Job, why: string) {
  const detail = { id: job.id, state: job.status.state };
  return refusal('import.state', 409, `Import ${job.id} ${why}.`, { detail });
}
