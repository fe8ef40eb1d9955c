import { type Clock, Refusal, refusal } from '../../core/index.ts';
import type { State } from '../../engine/state/index.ts';
import { dryRun } from './dry-run.ts';
import type { Job, JobStatus } from './job.ts';
import type { JobStore } from './job-store.ts';
import { type ImportMap, parseMap } from './map/map.ts';
import type { OpenFile } from './read/file.ts';
import { rejectChanges } from './reject-changes.ts';
import { type ImportSource, runImport } from './run.ts';
import type { ImportHeader } from './shipping.ts';
import type { Spool } from './spool.ts';
import type { Progress } from './tally.ts';

export interface RunJobDeps {
  readonly state: Pick<State, 'commit'>;
  readonly store: JobStore;
  readonly spool: Spool;
  readonly clock: Clock;
  append(header: ImportHeader, body: Uint8Array): Promise<number>;
  source(id: string): ImportSource | undefined;
}

/** A job at work. */
export interface JobRunner {
  readonly id: string;
  /** The job as it is at this moment; undefined until it was read. */
  job(): Job | undefined;
  /** Makes it stop at the next record; its progress is kept, and it waits. */
  stop(): void;
  /** Resolves when the job is checked, done, failed or stopped. Rejects on failures of our own making, the job marked as failed. */
  readonly done: Promise<void>;
}

/** Checks or imports the content of a job, from its saved progress on, and keeps its status. */
export function runJob(id: string, deps: RunJobDeps): JobRunner {
  const stopping = new AbortController();
  let live: Job | undefined;
  const desk: Desk = {
    ...deps,
    signal: stopping.signal,
    show(job, status) {
      live = { ...job, status };
    },
    async keep(job, status) {
      live = { ...job, status };
      await deps.store.put(live);
    },
  };
  const work = async () => {
    const job = await deps.store.get(id);
    if (job === undefined) return;
    live = job;
    let file: OpenFile | undefined;
    try {
      file = await deps.spool.open(id, job.file).catch(lost);
      if (job.dryRun) await check(job, file, desk);
      else await carryOut(job, file, desk);
    } catch (error) {
      const progress = progressOf(live);
      const how = progress === undefined ? {} : { progress };
      if (stopping.signal.aborted) return await desk.keep(job, { state: 'waiting', ...how });
      await desk.keep(job, { state: 'failed', failedAt: deps.clock.now(), ...failureOf(error), ...how });
      if (!(error instanceof Refusal)) throw error;
    } finally {
      await file?.close();
    }
  };
  return { id, job: () => live, stop: () => stopping.abort(), done: work() };
}

/** What work on a job needs, and where it says how far it is. */
interface Desk extends RunJobDeps {
  readonly signal: AbortSignal;
  /** For whoever asks at this moment. */
  show(job: Job, status: JobStatus): void;
  /** For good. */
  keep(job: Job, status: JobStatus): Promise<void>;
}

async function check(job: Job, file: OpenFile, desk: Desk): Promise<void> {
  const report = await dryRun({
    file,
    map: parseMap(job.map),
    asOf: job.createdAt,
    signal: desk.signal,
    onProgress: (rows, bytesRead) => desk.show(job, { state: 'checking', rows, bytesRead }),
  });
  await desk.keep(job, { state: 'checked', report });
}

async function carryOut(job: Job, file: OpenFile, desk: Desk): Promise<void> {
  const source = desk.source(job.source);
  if (source === undefined) throw refusal('import.source-unknown', 404, `There is no source ${job.source}.`);
  const startedAt = desk.clock.now();
  const before = progressOf(job);
  const rate = (progress: Progress | undefined) => rateOf(before, progress, desk.clock.now() - startedAt);
  const running = (progress: Progress | undefined): JobStatus => {
    const status = { state: 'running', startedAt, rowsPerSecond: rate(progress) } as const;
    return progress === undefined ? status : { ...status, progress };
  };
  await desk.keep(job, running(before));
  const { state, progress } = await runImport({
    file,
    map: parseMap(job.map),
    source,
    asOf: job.createdAt,
    clock: desk.clock,
    append: desk.append,
    quarantine: (rejects) => desk.state.commit(rejectChanges(originOf(job, source), rejects)),
    saveProgress: (progress) => desk.keep(job, running(progress)),
    onProgress: (progress) => desk.show(job, running(progress)),
    ...(before === undefined ? {} : { progress: before }),
    signal: desk.signal,
  });
  if (state === 'stopped') return desk.keep(job, { state: 'waiting', progress });
  await desk.keep(job, {
    state: 'done',
    finishedAt: desk.clock.now(),
    progress,
    rowsPerSecond: rate(progress),
  });
  await desk.spool.remove(job.id);
}

function lost(cause: unknown): never {
  throw refusal(
    'import.content-lost',
    410,
    'The uploaded file is no longer there. Send it again as a new import.',
    { cause },
  );
}

function originOf(job: Job, source: ImportSource) {
  const channel = (job.map as ImportMap).channel ?? source.channel ?? 'order';
  const origin = { job: job.id, source: source.id, channel, received: job.createdAt };
  return source.country === undefined ? origin : { ...origin, country: source.country };
}

function progressOf(job: Job): Progress | undefined {
  return 'progress' in job.status ? job.status.progress : undefined;
}

function rateOf(before: Progress | undefined, now: Progress | undefined, elapsedMs: number): number {
  const rows = (now?.totals.rows ?? 0) - (before?.totals.rows ?? 0);
  return elapsedMs <= 0 ? 0 : Math.round((rows * 1_000) / elapsedMs);
}

/** What a person is told: refusals in their own words, our own mistakes as such. */
function failureOf(error: unknown): { code: string; message: string; detail: Record<string, unknown> } {
  if (error instanceof Refusal)
    return { code: error.code, message: error.message, detail: { ...error.detail } };
  return {
    code: 'import.broken',
    message: 'The import stopped on a mistake of ours; the log of the server says which.',
    detail: {},
  };
}
