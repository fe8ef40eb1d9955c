import { resolve } from 'node:path';
import { refusal } from '../../core/index.ts';
import { quoted } from './statement.ts';
import type { Warehouse } from './warehouse.ts';

/** Where a backup is unpacked and checked before it takes the place of what is there. */
const STAGING = 'rapport_restoring';

type Run = (sql: string) => Promise<void>;

/** Writes the tables of the current database into an empty folder: a consistent set of parts, checked by checksums. */
export async function copyInto(folder: string, warehouse: Warehouse, run: Run): Promise<void> {
  const name = await currentDatabase(warehouse);
  await run(`backup database ${backticked(name)} to File(${quoted(resolve(folder))})`);
}

/**
 * Replaces the tables of the current database by those of a backup. They are unpacked beside the present ones first,
 * so a damaged backup changes nothing.
 */
export async function restoreFrom(folder: string, warehouse: Warehouse, run: Run): Promise<void> {
  const name = await currentDatabase(warehouse);
  await run(`drop database if exists ${STAGING} sync`);
  await run(`restore database ${backticked(name)} as ${STAGING} from File(${quoted(resolve(folder))})`);
  for (const table of await tablesOf(warehouse, name)) {
    await run(`drop table ${backticked(name)}.${backticked(table)} sync`);
  }
  for (const table of await tablesOf(warehouse, STAGING)) {
    await run(`rename table ${STAGING}.${backticked(table)} to ${backticked(name)}.${backticked(table)}`);
  }
  await run(`drop database ${STAGING} sync`);
}

async function currentDatabase(warehouse: Warehouse): Promise<string> {
  const { rows } = await warehouse.query<{ name: string }>('select currentDatabase() as name');
  return rows[0]?.name ?? 'default';
}

async function tablesOf(warehouse: Warehouse, database: string): Promise<string[]> {
  const sql = 'select name from system.tables where database = {database:String} order by name';
  return (await warehouse.query<{ name: string }>(sql, { database })).rows.map((row) => row.name);
}

function backticked(name: string): string {
  if (name.includes('`') || name.includes('\\')) {
    throw refusal('warehouse.query-failed', 500, 'A table name with a backtick cannot be restored.');
  }
  return `\`${name}\``;
}
