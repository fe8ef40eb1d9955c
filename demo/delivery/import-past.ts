import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importCommand } from '../../src/ingest/index.ts';
import { openImportFiles } from '../files/import-files.ts';
import type { ImportFileName } from '../files/maps.ts';
import type { Item } from '../stage.ts';
import type { SourceId } from '../wire/sources.ts';
import type { World } from '../world/world.ts';
import type { Remote } from './remote.ts';
import type { ItemStream } from './stream.ts';

/** What the retailer's past is made from and where it goes. */
export interface PastOptions {
  readonly stream: ItemStream;
  readonly world: World;
  /** The server. */
  readonly remote: Remote;
  /** Where the tables and their maps are written; they stay there to be looked at. */
  readonly folder: string;
  readonly now: () => number;
}

/** What of the past was brought in. */
export interface PastImported {
  /** Rows by file. */
  readonly rows: Readonly<Record<string, number>>;
  /** Messages of the past that no table is for. */
  readonly others: readonly Item[];
}

/** The files in the order in which a retailer would bring them in: people before orders, so that these find their buyers. */
const IMPORTS: readonly (readonly [ImportFileName, SourceId])[] = [
  ['products.csv', 'catalogue'],
  ['stores.csv', 'catalogue'],
  ['stock.csv', 'catalogue'],
  ['people.csv', 'crm'],
  ['consents.csv', 'crm'],
  ['orders.csv', 'orders'],
  ['receipts.csv', 'stores'],
];

const POLL_MS = 40;

/** Writes everything before the window to tables and brings them in with the command that users have, `rapport import`. */
export async function importPast({ stream, world, remote, folder, now }: PastOptions): Promise<PastImported> {
  mkdirSync(folder, { recursive: true });
  const tables = openImportFiles(folder, world);
  const others: Item[] = [];
  for (let item = stream.peek(); item && item.at < world.start; item = stream.peek()) {
    stream.take();
    const isTaken = 'identities' in item.message && tables.take(item.source, item.message);
    if (!isTaken) others.push(item);
  }
  const rows = tables.close();
  for (const [name, source] of IMPORTS) {
    // A shop without people has tables without rows, which an import refuses.
    if ((rows[name] ?? 0) > 0) await importFile(join(folder, name), source, remote, now);
  }
  return { rows, others };
}

async function importFile(
  path: string,
  source: SourceId,
  { url, token }: Remote,
  now: () => number,
): Promise<void> {
  const said: string[] = [];
  const args = [path, '--map', path.replace('.csv', '.map.json'), '--source', source, '--server', url];
  const code = await importCommand(args, {
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    isTerminal: false,
    columns: 80,
    fetch,
    now,
    // Small files are in before the command would look for the first time.
    wait: (ms) => sleep(Math.min(ms, POLL_MS)),
    env: token === undefined ? {} : { RAPPORT_TOKEN: token },
  });
  if (code !== 0) throw new Error(`rapport import ${args.join(' ')}: ${said.join('')}`);
}
