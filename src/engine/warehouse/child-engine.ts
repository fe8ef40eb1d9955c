import { mkdirSync, rmSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BLOCKS } from './block-file.ts';
import { type Addon, type Connection, loadAddon, type RawInsert } from './chdb-addon.ts';
import { quoted } from './statement.ts';

/** Queries that run at the same time; more wait in line. A query may use both cores, so more would only share them. */
const QUERIES_AT_ONCE = 4;
/** Queries that wait before the next one is turned away. */
const QUERIES_WAITING_MAX = 200;
/** ClickHouse's code for "too many simultaneous queries". */
const TOO_MANY_QUERIES =
  'Code: 202. DB::Exception: Too many queries wait already. (TOO_MANY_SIMULTANEOUS_QUERIES)';

const CLIENT_GONE = 'Code: 394. DB::Exception: The client has gone. (QUERY_WAS_CANCELLED)';

/**
 * Engine arguments. Two merges at a time: with the default of 16 a burst of merges takes both cores from collection.
 * A backup may be written wherever the owner of the process may write. The mark cache is bounded for small machines.
 */
const ENGINE_ARGUMENTS = [
  '--backups.allowed_path=/',
  '--background_pool_size=2',
  '--background_merges_mutations_concurrency_ratio=1',
  '--max_server_memory_usage_to_ram_ratio=0.5',
  '--mark_cache_size=268435456',
];

/** The database of all our tables. The engine's own `default` cannot be restored or renamed (it is an overlay of two). */
const DATABASE = 'rapport';

/** Settings and bound values of one request, each checked to have a plain name. */
export type Settings = Readonly<Record<string, string>>;

export interface ResultFile {
  readonly path: string;
  readonly size: number;
}

/**
 * The embedded engine inside the child: one connection for inserts, a fresh one for every query (0.2 ms), so that no
 * setting or bound value of one request is seen by the next.
 */
export class Engine {
  readonly #addon: Addon;
  readonly #folder: string;
  readonly #results: string;
  readonly #blocks: string;
  readonly #control: Connection;
  readonly #waiting: (() => void)[] = [];
  readonly #runs = new Set<Promise<ResultFile>>();
  #running = 0;
  #resultCount = 0;
  #insertSettings = '';
  #insert: Connection;
  #lastInsert: Promise<unknown> = Promise.resolve();

  /** Opens the data folder; throws when another process has it (the engine says so on stderr: code 76). */
  static async open(folder: string): Promise<Engine> {
    const engine = new Engine(folder, loadAddon());
    await engine.#addon.QueryAsyncConnection(
      engine.#control,
      `create database if not exists ${DATABASE}`,
      'Null',
    );
    await engine.#addon.QueryAsyncConnection(engine.#insert, `use ${DATABASE}`, 'Null');
    return engine;
  }

  private constructor(folder: string, addon: Addon) {
    this.#addon = addon;
    this.#folder = join(folder, 'engine');
    this.#results = join(folder, 'results');
    this.#control = addon.CreateConnection(this.#folder, ENGINE_ARGUMENTS);
    this.#insert = addon.CreateConnection(this.#folder, ENGINE_ARGUMENTS);
    this.#blocks = join(folder, BLOCKS);
    // The folder is ours by now: whatever lies here was left by a process that is gone.
    for (const left of [this.#results, this.#blocks]) {
      rmSync(left, { recursive: true, force: true });
      mkdirSync(left, { recursive: true, mode: 0o700 });
    }
  }

  /** The rows of a block that the client left as a file. */
  block(name: string): Promise<Buffer> {
    return readFile(join(this.#blocks, name));
  }

  /**
   * Inserts a body of rows; `statement` ends with its FORMAT. One body is one block. Inserts run one at a time. One that
   * nobody waits for any more when its turn comes is dropped: its sender will send it again.
   */
  insert(statement: string, body: Buffer, settings: Settings, signal: AbortSignal): Promise<RawInsert> {
    const done = this.#lastInsert.then(async () => {
      if (signal.aborted) throw new Error(CLIENT_GONE);
      await this.#useInsertSettings(settings);
      return this.#addon.InsertRawAsyncConnection(this.#insert, statement, body, false);
    });
    this.#lastInsert = done.catch(() => undefined);
    return done;
  }

  async #useInsertSettings(settings: Settings): Promise<void> {
    const preamble = setStatement(settings);
    if (preamble === this.#insertSettings) return;
    this.#addon.CloseConnection(this.#insert);
    this.#insert = this.#addon.CreateConnection(this.#folder, ENGINE_ARGUMENTS);
    this.#insertSettings = 'unknown';
    await this.#addon.QueryAsyncConnection(this.#insert, `use ${DATABASE}; ${preamble}`, 'Null');
    this.#insertSettings = preamble;
  }

  /**
   * Runs one statement and leaves its answer in a file, which the caller removes: an answer of any size needs no
   * memory here, and an error is known before the first byte is sent. When `signal` aborts, the engine stops too.
   */
  run(statement: string, format: string, settings: Settings, signal: AbortSignal): Promise<ResultFile> {
    const result = this.#run(statement, format, settings, signal);
    const forget = () => this.#runs.delete(result);
    this.#runs.add(result);
    result.then(forget, forget);
    return result;
  }

  async #run(
    statement: string,
    format: string,
    settings: Settings,
    signal: AbortSignal,
  ): Promise<ResultFile> {
    await this.#turn(signal);
    const id = `${process.pid}-${++this.#resultCount}`;
    const path = join(this.#results, id);
    const connection = this.#addon.CreateConnection(this.#folder, ENGINE_ARGUMENTS);
    const stop = () => void this.#kill(id);
    signal.addEventListener('abort', stop);
    try {
      const preamble = setStatement({ ...settings, log_comment: id });
      const target = `into outfile ${quoted(path)} format ${format}`;
      await this.#addon.QueryAsyncConnection(
        connection,
        `use ${DATABASE}; ${preamble};\n${statement}\n${format === '' ? '' : target}`,
        'Null',
      );
      const size = format === '' ? 0 : (await stat(path)).size;
      return { path, size };
    } catch (error) {
      rmSync(path, { force: true });
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#addon.CloseConnection(connection);
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(signal: AbortSignal): Promise<void> {
    if (this.#running >= QUERIES_AT_ONCE) {
      if (this.#waiting.length >= QUERIES_WAITING_MAX) throw new Error(TOO_MANY_QUERIES);
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running += 1;
    if (!signal.aborted) return;
    this.#running -= 1;
    this.#waiting.shift()?.();
    throw new Error(CLIENT_GONE);
  }

  async #kill(id: string): Promise<void> {
    const sql = `kill query where Settings['log_comment'] = ${quoted(id)} async`;
    await this.#addon.QueryAsyncConnection(this.#control, sql, 'Null').catch(() => undefined);
  }

  /** Waits for what runs and releases the data folder. Queries should have been aborted before. */
  async close(): Promise<void> {
    await Promise.allSettled([...this.#runs, this.#lastInsert]);
    this.#addon.CloseConnection(this.#insert);
    this.#addon.CloseConnection(this.#control);
  }
}

function setStatement(settings: Settings): string {
  const pairs = Object.entries(settings).map(([name, value]) => `${name} = ${quoted(value)}`);
  return pairs.length === 0 ? '' : `set ${pairs.join(', ')}`;
}
