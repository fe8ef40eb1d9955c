import { access, cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refusal } from '../core/index.ts';
import { restoreState } from '../engine/state/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import { PARTS } from './backup.ts';
import { type Manifest, makeEmptyFolder, readManifest, syncFolder, writeDurably } from './manifest.ts';
import { type DataConfig, foldersOf, openState, openWarehouse } from './stopped.ts';
import { hasEvents } from './verify/facts.ts';

/** Stands in a data folder while it is being restored: half of the data must not be taken for all of it. */
const UNFINISHED = 'restore-unfinished';

/**
 * Brings a backup back into an empty data folder (and into an empty database or warehouse server, where these are not embedded).
 * Refuses with `operate.no-backup` (404), `operate.backup-format` (422), `operate.folder-not-empty` (409),
 * `operate.other-warehouse` (422), `operate.warehouse-not-empty` (409), and as `restoreState` and the engines do. What a failed restore left must be
 * thrown away.
 */
export async function restore(config: DataConfig, folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const kind = config.warehouse === 'embedded' ? 'embedded' : 'server';
  if (manifest.warehouse !== kind)
    throw refusal(
      'operate.other-warehouse',
      422,
      `The backup is of ${kind === 'embedded' ? 'a warehouse server' : 'an embedded warehouse'}; set RAPPORT_WAREHOUSE as it was then.`,
    );
  await makeEmptyFolder(config.data);
  const mark = join(config.data, UNFINISHED);
  await writeDurably(mark, 'A restore did not end. Empty this folder and restore again.\n');
  await restoreInto(config, folder);
  await syncFolder(config.data);
  await rm(mark);
  await syncFolder(config.data);
  return manifest;
}

async function restoreInto(config: DataConfig, folder: string): Promise<void> {
  const state = await openState(config);
  try {
    await restoreState(join(folder, PARTS.state), state);
  } finally {
    await state.close();
  }
  const warehouse = await openWarehouse(config);
  try {
    await refuseFilled(warehouse);
    await warehouse.restore(resolve(folder, PARTS.warehouse));
  } finally {
    await warehouse.close();
  }
  await copyDurably(join(folder, PARTS.log), foldersOf(config).log);
}

async function refuseFilled(warehouse: Warehouse): Promise<void> {
  if (!(await hasEvents(warehouse))) return;
  throw refusal(
    'operate.warehouse-not-empty',
    409,
    'The warehouse holds events already; restore into an empty database.',
  );
}

async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of await readdir(from)) await cp(join(from, name), join(to, name));
  for (const name of await readdir(to)) await syncFolder(join(to, name));
  await syncFolder(to);
}

/** Refuses with `operate.restore-unfinished` (503) a data folder in which a restore did not end. */
export async function refuseUnfinished(folder: string): Promise<void> {
  const isUnfinished = await access(join(folder, UNFINISHED)).then(
    () => true,
    () => false,
  );
  if (!isUnfinished) return;
  throw refusal(
    'operate.restore-unfinished',
    503,
    `A restore into ${folder} did not end. Empty the folder and restore again.`,
  );
}
