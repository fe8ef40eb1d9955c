import { Pool, type PoolClient } from 'pg';
import { refusal } from '../../core/index.ts';
import { writeBackup } from './backup.ts';
import { checkChanges, checkKeys, checkRange } from './limits.ts';
import { toRefusal } from './postgres-errors.ts';
import { afterStatement, getManyStatement, rangeStatement, type Statement, tableOf } from './postgres-sql.ts';
import { fromPostgres } from './postgres-text.ts';
import { openWriter } from './postgres-writer.ts';
import type { Collection, Entry, State } from './state.ts';

/** Where the PostgreSQL database of the state is. */
/** The database of a state, and how patient to be with whoever has it. */
export interface PostgresStateOptions {
  /** `postgres://user:password@host/database?sslmode=…`; the user may create a schema in the database. */
  readonly url: string;
  /**
   * How long to wait for another process to let go of the database (default 5,000 ms). The session of one that was
   * just killed ends within milliseconds.
   */
  readonly lockWaitMs?: number;
}

const CONNECT_MS_MAX = 5_000;
/** Longer than any commit takes; after it the server counts as gone. */
const QUERY_MS_MAX = 60_000;
const LOCK_WAIT_MS = 5_000;
const READERS_MAX = 4;
const COUNT_EXACT_MAX = 100_000;
const BACKUP_STEP_CHARS = 4 * 1024 * 1024;
const BACKUP_STEP_ENTRIES_MAX = 5_000;
const BACKUP_FIRST_STEP_ENTRIES = 16;

interface Row {
  readonly key: string;
  readonly value: string;
}

/**
 * The state in PostgreSQL 15 or newer: a table for each collection in the schema `rapport`, made by migrations/state.
 * One session writes, a small pool reads. Refusals: those of the port; when opening also `state.in-use` (503) when
 * another process has the database, `state.server-unfit`, `state.migration-changed` and `state.database-newer` (503).
 */
export async function openPostgresState(options: PostgresStateOptions): Promise<State> {
  const config = {
    connectionString: options.url,
    application_name: 'rapport',
    connectionTimeoutMillis: CONNECT_MS_MAX,
    query_timeout: QUERY_MS_MAX,
    keepAlive: true,
    lockWaitMs: options.lockWaitMs ?? LOCK_WAIT_MS,
  };
  const writer = await openWriter(config);
  const readers = new Pool({ ...config, max: READERS_MAX });
  // The pool drops the connection; the next call opens another or refuses.
  readers.on('error', () => undefined);
  let closing: Promise<void> | undefined;

  const whileOpen = async <T>(work: () => Promise<T>): Promise<T> => {
    if (closing !== undefined) throw refusal('state.closed', 503, 'The state is closed.');
    try {
      return await work();
    } catch (error) {
      throw toRefusal(error);
    }
  };

  return {
    getMany: (collection, keys) =>
      whileOpen(async () => {
        checkKeys(keys);
        if (keys.length === 0) return [];
        const { rows } = await readers.query<Row>({ ...getManyStatement(collection, keys) });
        const values = new Map(rows.map(({ key, value }) => [fromPostgres(key), fromPostgres(value)]));
        return keys.map((key) => values.get(key) ?? values.get(Buffer.from(key).toString()));
      }),
    range: (collection, query) =>
      whileOpen(async () => {
        checkRange(query);
        return readEntries(readers, rangeStatement(collection, query));
      }),
    commit: (changes) =>
      whileOpen(async () => {
        checkChanges(changes);
        if (changes.length > 0) await writer.commit(changes);
      }),
    count: (collection) => whileOpen(() => countEntries(readers, collection)),
    backup: (folder) => whileOpen(() => backUp(readers, folder)),
    close: () => {
      closing ??= (async () => {
        await writer.close();
        await readers.end();
      })();
      return closing;
    },
  };
}

async function readEntries(on: Pool | PoolClient, statement: Statement): Promise<Entry[]> {
  const { rows } = await on.query<Row>({ ...statement });
  return rows.map(({ key, value }) => [fromPostgres(key), fromPostgres(value)]);
}

/** Exact up to COUNT_EXACT_MAX; beyond it the estimate that vacuum keeps, because counting reads the whole index. */
async function countEntries(readers: Pool, collection: Collection): Promise<number> {
  const table = tableOf(collection);
  const { rows } = await readers.query<{ exact: number; estimate: number }>(`
    select
      (select count(*)::int from (select from ${table} limit ${COUNT_EXACT_MAX + 1}) as counted) as exact,
      (select reltuples::float8 from pg_class where oid = '${table}'::regclass) as estimate
  `);
  const { exact, estimate } = rows[0] ?? { exact: 0, estimate: 0 };
  return exact <= COUNT_EXACT_MAX ? exact : Math.max(exact, estimate);
}

async function backUp(readers: Pool, folder: string): Promise<void> {
  const client = await readers.connect();
  let failure: unknown;
  try {
    await client.query('begin isolation level repeatable read read only');
    await writeBackup(folder, (collection) => steps(client, collection));
    await client.query('commit');
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    // A connection that failed may still be in the transaction: the pool throws it away.
    client.release(failure !== undefined);
  }
}

/** A whole collection in steps of about BACKUP_STEP_CHARS, whatever the size of its values. */
async function* steps(client: PoolClient, collection: Collection): AsyncGenerator<Entry[]> {
  let limit = BACKUP_FIRST_STEP_ENTRIES;
  let last = '';
  for (;;) {
    const entries = await readEntries(client, afterStatement(collection, last, limit));
    if (entries.length === 0) return;
    yield entries;
    last = entries.at(-1)![0];
    const chars = entries.reduce((sum, [, value]) => sum + value.length, 1);
    limit = Math.ceil(Math.min(BACKUP_STEP_ENTRIES_MAX, (entries.length * BACKUP_STEP_CHARS) / chars));
  }
}
