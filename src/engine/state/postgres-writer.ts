import { Client, type ClientConfig } from 'pg';
import { refusal } from '../../core/index.ts';
import { createGroupCommit } from './group-commit.ts';
import { sqlState, toRefusal } from './postgres-errors.ts';
import { migrate } from './postgres-migrate.ts';
import { commitStatement } from './postgres-sql.ts';
import type { Change } from './state.ts';

export interface WriterConfig extends ClientConfig {
  /** How long to wait for the lock of another session. */
  readonly lockWaitMs: number;
}

/** The one connection that writes. */
export interface Writer {
  commit(changes: readonly Change[]): Promise<void>;
  close(): Promise<void>;
}

/** Advisory locks are numbers of a database; these spell "rapport" and "state" on a telephone. */
const LOCK = [7277678, 78283] as const;
const VERSION_MIN = 150_000;
const LOCK_NOT_AVAILABLE = '55P03';
const RETRY_AFTER_SECONDS = 5;

/** A network that is lost ends the session on the server after half a minute, and gives its lock to the next. */
const SESSION = `
  set synchronous_commit = on;
  set tcp_keepalives_idle = 10;
  set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 3;
`;

/**
 * Opens the writer and brings the tables up to date. All commits go through one session that also holds the advisory
 * lock of the database: whoever loses the session loses the lock and the right to write in the same moment, so that two
 * processes can never write in turns. A lost session is opened again by the next commit.
 * A pooler that shares sessions between clients (PgBouncer in transaction mode) must not stand between.
 */
export async function openWriter(config: WriterConfig): Promise<Writer> {
  const first = await openSession(config, 'state.in-use');
  try {
    await migrate(first);
  } catch (error) {
    await first.end();
    throw toRefusal(error);
  }
  let session: Client | undefined;
  adopt(first);

  function adopt(client: Client): Client {
    session = client;
    client.on('error', () => {
      if (session === client) session = undefined;
    });
    return client;
  }

  async function write(changes: readonly Change[]): Promise<void> {
    const used = session ?? adopt(await openSession(config, 'state.unavailable'));
    try {
      await used.query(commitStatement(changes));
    } catch (error) {
      // After a time-out the statement may still be running; its session holds the lock until it is over.
      if (session === used) session = undefined;
      void used.end().catch(() => undefined);
      throw toRefusal(error);
    }
  }

  const group = createGroupCommit(write);
  return {
    commit: group.commit,
    close: async () => {
      await group.settled();
      await session?.end();
    },
  };
}

/** A session that holds the lock. When another has it, that is the refusal given; the own former session may be that other. */
async function openSession(
  config: WriterConfig,
  codeWhenLocked: 'state.in-use' | 'state.unavailable',
): Promise<Client> {
  const client = new Client(config);
  // Errors reach the statement that runs; without a listener the event itself would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(SESSION);
    await refuseUnfit(client);
    await client.query(`set lock_timeout = ${Math.max(1, config.lockWaitMs)}`);
    await client.query('select pg_advisory_lock($1, $2)', [...LOCK]);
    return client;
  } catch (error) {
    void client.end().catch(() => undefined);
    if (sqlState(error) !== LOCK_NOT_AVAILABLE) throw toRefusal(error);
    throw refusal(codeWhenLocked, 503, 'Another process works on this database; stop it first.', {
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      cause: error,
    });
  }
}

async function refuseUnfit(client: Client): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; fsync: string }>(`
    select
      current_setting('server_version_num')::int as version,
      current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync
  `);
  const server = rows[0];
  if (server === undefined) return;
  if (server.version >= VERSION_MIN && server.encoding === 'UTF8' && server.fsync === 'on') return;
  throw refusal(
    'state.server-unfit',
    503,
    'The state needs PostgreSQL 15 or newer, a UTF8 database and fsync = on.',
    {
      detail: { ...server },
    },
  );
}
