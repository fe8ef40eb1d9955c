import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../../core/index.ts';
import { DATA_FILE, type LmdbStore, syncFolder } from './lmdb-store.ts';

/**
 * Writes a consistent copy of an environment into an empty folder while it is written to. The copy is compacted, so
 * that it holds no free pages: what was trimmed is gone from it. Refuses with `log.folder-not-empty` (409).
 */
export async function copyStore(store: LmdbStore, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw refusal(
      'log.folder-not-empty',
      409,
      `${folder} is not empty. Give the backup a folder of its own.`,
      {
        detail: { folder },
      },
    );
  }
  const path = join(folder, DATA_FILE);
  await store.env.backup(path, true);
  const copy = await open(path, 'r+');
  try {
    await copy.sync();
  } finally {
    await copy.close();
  }
  await syncFolder(folder);
}
