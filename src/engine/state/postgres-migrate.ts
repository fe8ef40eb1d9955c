import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';
import { refusal } from '../../core/index.ts';

/** The migrations of this program, in the order of their numbers. */
export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations/state', import.meta.url));

const NAME = /^\d{4}_[a-z0-9-]+\.sql$/;

interface Ran {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Runs the migrations that a database has not seen, each in a transaction that also records it. The caller holds the
 * lock that keeps every other process out. Refusals: `state.migration-changed` and `state.database-newer` (503).
 */
export async function migrate(client: Client, folder: string = MIGRATIONS_FOLDER): Promise<void> {
  await client.query('create schema if not exists rapport');
  await client.query(`create table if not exists rapport.migrations (
    name text primary key,
    sha256 text not null,
    ran_at timestamptz not null default now()
  )`);
  const { rows: ran } = await client.query<Ran>('select name, sha256 from rapport.migrations order by name');
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  refuseForeign(ran, names);

  for (const name of names) {
    const sql = await readFile(`${folder}/${name}`, 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    const before = ran.find((migration) => migration.name === name);
    if (before === undefined) await runOne(client, { name, sha256 }, sql);
    else if (before.sha256 !== sha256) {
      throw refusal(
        'state.migration-changed',
        503,
        'A migration that ran was changed since; migrations are append-only.',
        {
          detail: { name },
        },
      );
    }
  }
}

async function runOne(client: Client, { name, sha256 }: Ran, sql: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into rapport.migrations (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function refuseForeign(ran: readonly Ran[], names: readonly string[]): void {
  const foreign = ran.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
  if (foreign.length === 0) return;
  throw refusal('state.database-newer', 503, 'A newer Rapport has changed this database; start that one.', {
    detail: { foreign },
  });
}
