import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from '../../core/index.ts';
import { splitStatements } from './statement.ts';
import { tsv } from './tsv.ts';
import type { Warehouse } from './warehouse.ts';

const RECORD = `create table if not exists migrations (
  name String,
  checksum String
)
engine = MergeTree
order by name
settings fsync_after_insert = 1, fsync_part_directory = 1`;

/**
 * Runs the SQL files of a folder that have not run yet, in the order of their names, and gives the names it ran.
 * Files are append-only: one that changed after it ran is refused (`warehouse.migration-changed`, 500). A file is
 * recorded after its last statement, so each statement must bear being run again (`if not exists`).
 */
export async function migrateWarehouse(warehouse: Warehouse, folder: string): Promise<string[]> {
  await warehouse.command(RECORD);
  const { rows } = await warehouse.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations',
  );
  const known = new Map(rows.map((row) => [row.name, row.checksum]));
  const ran: string[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    const sql = readFileSync(join(folder, name), 'utf8');
    const checksum = createHash('sha256').update(sql).digest('hex');
    const before = known.get(name);
    if (before === checksum) continue;
    if (before !== undefined) {
      throw refusal(
        'warehouse.migration-changed',
        500,
        `${name} changed after it ran: put a change into a new file.`,
      );
    }
    for (const statement of splitStatements(sql)) await warehouse.command(statement);
    await warehouse.insert('migrations', ['name', 'checksum'], `${tsv(name)}\t${checksum}\n`);
    ran.push(name);
  }
  return ran;
}
