import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { refusal } from '../core/index.ts';

/** What a backup says about itself. It is written last, so a folder without it is not a whole backup. */
const ManifestSchema = Type.Object({
  format: Type.Literal(1),
  version: Type.String(),
  /** When the copy was complete, ISO 8601. */
  at: Type.String(),
  /** The engine that the copy of the warehouse belongs to. */
  warehouse: Type.Union([Type.Literal('embedded'), Type.Literal('server')]),
});
export type Manifest = Static<typeof ManifestSchema>;

const MANIFEST = 'backup.json';

/** Makes the folder of a backup. Refuses with `operate.folder-not-empty` (409). */
export async function makeEmptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length === 0) return;
  throw refusal('operate.folder-not-empty', 409, `${folder} is not empty; name an empty or a new folder.`);
}

/** Declares a backup to be whole. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeDurably(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 2)}\n`);
}

/** Reads what a backup says about itself. Refuses with `operate.no-backup` (404) and `operate.backup-format` (422). */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((cause: unknown) => {
    throw refusal('operate.no-backup', 404, `${folder} holds no whole backup: there is no ${MANIFEST}.`, {
      cause,
    });
  });
  const manifest: unknown = parsed(text);
  if (Value.Check(ManifestSchema, manifest)) return manifest;
  throw refusal('operate.backup-format', 422, `${folder} was written by another version of Rapport.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes a file that survives power loss, its name too. */
export async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(join(path, '..'));
}

/** Makes the names in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
