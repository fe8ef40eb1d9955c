import { resolve } from 'node:path';
import { refusal } from '../../core/index.ts';
import { quoted } from './statement.ts';
import type { Warehouse } from './warehouse.ts';

/** Where a backup is unpacked and checked before it takes the place of what is there. */
const STAGING = 'rapport_restoring';

const VIEW = 'View';

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
    await run(`drop table ${backticked(name)}.${backticked(table.name)} sync`);
  }
  const unpacked = await tablesOf(warehouse, STAGING);
  for (const table of unpacked.filter(({ engine }) => engine !== VIEW)) {
    const target = `${backticked(name)}.${backticked(table.name)}`;
    await run(`rename table ${STAGING}.${backticked(table.name)} to ${target}`);
  }
  // A view names the tables that it reads with their database, so it is made anew where they are now.
  for (const view of unpacked.filter(({ engine }) => engine === VIEW))
    await run(view.statement.replaceAll(`${STAGING}.`, `${backticked(name)}.`));
  await run(`drop database ${STAGING} sync`);
}

async function currentDatabase(warehouse: Warehouse): Promise<string> {
  const { rows } = await warehouse.query<{ name: string }>('select currentDatabase() as name');
  return rows[0]?.name ?? 'default';
}

interface Table {
  readonly name: string;
  readonly engine: string;
  readonly statement: string;
}

async function tablesOf(warehouse: Warehouse, database: string): Promise<Table[]> {
  const { rows } = await warehouse.query<Table>(
    `select name, engine, create_table_query as statement
from system.tables
where database = {database:String}
order by name`,
    { database },
  );
  return rows;
}

function backticked(name: string): string {
  if (name.includes('`') || name.includes('\\')) {
    throw refusal('warehouse.query-failed', 500, 'A table name with a backtick cannot be restored.');
  }
  return `\`${name}\``;
}
