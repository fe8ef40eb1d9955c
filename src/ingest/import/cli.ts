import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Refusal } from '../../core/index.ts';
import { dryRun } from './dry-run.ts';
import { guessMap } from './guess/guess.ts';
import type { Job } from './job.ts';
import type { MapProblem } from './map/compile.ts';
import { compileMap, type ImportMap, namedColumns, parseMap } from './map/map.ts';
import { bytes, drawBar, grouped } from './progress-bar.ts';
import { type OpenFile, openFile } from './read/file.ts';
import { openRows } from './read/open.ts';
import { reportText } from './report-text.ts';
import { sumOf } from './tally.ts';
import { follow, ServerRefusal, upload } from './upload.ts';

/** What the command touches of the world. */
export interface ImportCommandDeps {
  /** Standard output: what came of it. */
  out(text: string): void;
  /** Standard error: progress, notes and refusals. */
  err(text: string): void;
  /** Whether `err` is a terminal. */
  readonly isTerminal: boolean;
  /** Width of the terminal. */
  readonly columns: number;
  readonly fetch: typeof fetch;
  now(): number;
  wait(ms: number): Promise<void>;
  /** `RAPPORT_SERVER`, `RAPPORT_TOKEN`. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

export const IMPORT_USAGE = `rapport import <file> --map <map.json> [--dry-run] [--source <id>] [--server <url>] [--token <token>]
rapport import <file> --guess

Reads CSV, JSON lines (both also packed with gzip) and Parquet, and sends the file to the running server.
The same command again goes on where an interrupted one stopped.

  --map      how rows become events (JSON)
  --guess    print a map to begin with
  --dry-run  read the whole file here and report what would come of it; needs no server
  --source   the source that the history counts for
  --server   default http://127.0.0.1:8080, or RAPPORT_SERVER
  --token    default RAPPORT_TOKEN
`;

const SERVER = 'http://127.0.0.1:8080';
const POLL_MS = 500;
/** Without a terminal: a line now and then. */
const LINE_EVERY_MS = 5_000;

/** `rapport import …`. Resolves with the exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export async function importCommand(args: readonly string[], deps: ImportCommandDeps): Promise<number> {
  const given = readArguments(args);
  if (given === undefined) {
    deps.err(IMPORT_USAGE);
    return 2;
  }
  let file: OpenFile | undefined;
  try {
    file = await openFile(given.path);
    if (given.guess) return await printGuess(file, deps);
    if (given.map === undefined) return await askForMap(file, deps);
    const map = await readMap(given.map);
    if (given.dryRun) return await printDryRun(file, map, deps);
    return await send(file, map, given, deps);
  } catch (error) {
    deps.err(`${failureText(error)}\n`);
    return 1;
  } finally {
    await file?.close();
  }
}

interface Given {
  readonly path: string;
  readonly map: string | undefined;
  readonly guess: boolean;
  readonly dryRun: boolean;
  readonly source: string | undefined;
  readonly server: string | undefined;
  readonly token: string | undefined;
}

function readArguments(args: readonly string[]): Given | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { map: text, source: text, server: text, token: text, 'dry-run': flag, guess: flag },
    });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) return undefined;
    const { map, guess, source, server, token } = values;
    return { path, map, guess, dryRun: values['dry-run'], source, server, token };
  } catch {
    // parseArgs throws for options that do not exist; the usage says which do.
    return undefined;
  }
}

async function printGuess(file: OpenFile, deps: ImportCommandDeps): Promise<number> {
  const reading = await openRows(file);
  const guess = guessMap(reading);
  if (guess === undefined) {
    deps.err(`The columns of ${file.name} say nothing that is known here: ${reading.columns.join(', ')}.\n`);
    return 1;
  }
  deps.out(`${JSON.stringify(guess.map, undefined, 2)}\n`);
  // Beside the map, so that it can be redirected into a file.
  for (const note of guess.notes) deps.err(`${note}\n`);
  return 0;
}

async function askForMap(file: OpenFile, deps: ImportCommandDeps): Promise<number> {
  deps.err(
    `A map says how the rows of ${file.name} become events: --map map.json. One to begin with (--guess prints it):\n`,
  );
  await printGuess(file, { ...deps, out: deps.err });
  return 2;
}

async function readMap(path: string): Promise<ImportMap> {
  const text = await readFile(path, 'utf8');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not JSON: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
  return parseMap(document);
}

async function printDryRun(file: OpenFile, map: ImportMap, deps: ImportCommandDeps): Promise<number> {
  const show = createShow(deps);
  const onProgress = (rows: number, bytesRead: number) =>
    show.bar({ label: 'check', doneShare: bytesRead / file.size, facts: `${grouped(rows)} rows` });
  const report = await dryRun({ file, map, asOf: deps.now(), onProgress });
  show.end();
  deps.out(reportText(report));
  return 0;
}

async function send(file: OpenFile, map: ImportMap, given: Given, deps: ImportCommandDeps): Promise<number> {
  // What does not fit is told before gigabytes are sent.
  compileMap(map, await openRows(file, map.file, namedColumns(map)), deps.now());
  const token = given.token ?? deps.env['RAPPORT_TOKEN'];
  const server = given.server ?? deps.env['RAPPORT_SERVER'] ?? SERVER;
  const remote = { server, fetch: deps.fetch, wait: deps.wait, ...(token === undefined ? {} : { token }) };
  const show = createShow(deps);
  const order = given.source === undefined ? { map } : { map, source: given.source };
  let job = await upload(remote, file, order, (sent) =>
    show.bar({
      label: 'upload',
      doneShare: sent / file.size,
      facts: `${bytes(sent)} of ${bytes(file.size)}`,
    }),
  );
  while (job.status.state === 'waiting' || job.status.state === 'running') {
    if (job.status.state === 'running') show.bar(runningBar(job.status, job.sizeBytes));
    await deps.wait(POLL_MS);
    job = await follow(remote, job.id);
  }
  show.end();
  return tellEnd(job, deps);
}

function runningBar(status: Extract<Job['status'], { state: 'running' }>, sizeBytes: number) {
  const totals = status.progress?.totals;
  const facts = `${grouped(totals?.rows ?? 0)} rows, ${grouped(totals?.events ?? 0)} events, ${grouped(status.rowsPerSecond)} rows/s`;
  return { label: 'import', doneShare: (totals?.bytesRead ?? 0) / sizeBytes, facts };
}

function tellEnd(job: Job, deps: ImportCommandDeps): number {
  const { status } = job;
  if (status.state !== 'done') {
    deps.err(status.state === 'failed' ? `${status.message}\n` : `The import is ${status.state}.\n`);
    return 1;
  }
  const { rows, events, rejected, dropped } = status.progress.totals;
  const rate = grouped(status.rowsPerSecond);
  deps.out(`${job.file}: ${grouped(rows)} rows became ${grouped(events)} events (${rate} rows/s).\n`);
  for (const [code, count] of Object.entries(dropped)) deps.out(`  left out: ${grouped(count)} ${code}\n`);
  for (const [code, count] of Object.entries(rejected)) deps.out(`  rejected: ${grouped(count)} ${code}\n`);
  if (sumOf(rejected) > 0) deps.out('Rejected rows are in the quarantine with their line numbers.\n');
  return 0;
}

/** Draws a bar over itself on a terminal, writes a line now and then elsewhere. */
function createShow(deps: ImportCommandDeps) {
  let linedAt = deps.now();
  let isOpen = false;
  return {
    bar(state: Parameters<typeof drawBar>[0]): void {
      if (deps.isTerminal) {
        deps.err(`\r\u001b[2K${drawBar(state, deps.columns)}`);
        isOpen = true;
      } else if (deps.now() - linedAt >= LINE_EVERY_MS) {
        linedAt = deps.now();
        deps.err(`${state.label}: ${Math.floor(state.doneShare * 100)} %, ${state.facts}\n`);
      }
    },
    end(): void {
      if (isOpen) deps.err('\r\u001b[2K');
      isOpen = false;
    },
  };
}

function failureText(error: unknown): string {
  if (error instanceof Refusal) return [error.message, ...problemLines(error.detail)].join('\n');
  if (error instanceof ServerRefusal)
    return [`The server refused: ${error.message}`, ...problemLines(error.body)].join('\n');
  if (error instanceof TypeError && error.message === 'fetch failed') return UNREACHABLE;
  return error instanceof Error ? error.message : String(error);
}

const UNREACHABLE = 'The server cannot be reached. Is it running? See --server.';

/** Each place of the map that is wrong, in a line of its own. */
function problemLines({ problems }: Readonly<Record<string, unknown>>): string[] {
  if (!Array.isArray(problems)) return [];
  return (problems as MapProblem[]).map(({ place, message }) => `  ${place} ${message}`);
}
