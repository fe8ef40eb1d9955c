import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refusal } from '../core/index.ts';
import type { Bundle, Entry, ImportPlan } from './bundle.ts';
import { idOf, kindOf } from './kinds.ts';

/** How to reach a running server. */
export interface DefinitionRemote {
  /** `http://127.0.0.1:8080` */
  readonly server: string;
  readonly token?: string;
  readonly fetch: typeof fetch;
}

const SUFFIX = '.json';
const FILE_CHARACTERS_MAX = 2_000_000;

/**
 * Writes every definition of a running server into `<folder>/<kind>/<id>.json`, for Git: the same definitions give the
 * same bytes. Gives the paths, within the folder, in order; with `only` those of one kind. Refusal: `definition.server-refused` (the server's status).
 */
export async function exportDefinitions(
  folder: string,
  remote: DefinitionRemote,
  only?: string,
): Promise<string[]> {
  const bundle = await ask<Bundle>(remote, 'GET', '/api/definitions/export');
  const paths: string[] = [];
  for (const entry of bundle.definitions) {
    const kind = kindOf(entry.key);
    if (only !== undefined && kind !== only) continue;
    const path = join(kind, `${encodeURIComponent(idOf(entry.key))}${SUFFIX}`);
    await mkdir(join(folder, kind), { recursive: true });
    await writeFile(join(folder, path), `${JSON.stringify(entry, null, 2)}\n`);
    paths.push(path);
  }
  return paths;
}

/**
 * Sends the files of a folder that `exportDefinitions` wrote (and people changed) to a running server. With `dryRun`
 * nothing changes, and the plan says what would. Refusals: `definition.file-unreadable` (422) and
 * `definition.server-refused` with the server's words.
 */
export async function importDefinitions(
  folder: string,
  options: { readonly dryRun: boolean; readonly kind?: string | undefined },
  remote: DefinitionRemote,
): Promise<ImportPlan> {
  const definitions: Entry[] = [];
  const kinds = (await openFolder(folder)).filter((each) => each.isDirectory() && !each.name.startsWith('.'));
  for (const { name } of kinds.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (options.kind !== undefined && name !== options.kind) continue;
    for (const file of (await readdir(join(folder, name))).sort()) {
      if (file.endsWith(SUFFIX)) definitions.push(await readEntry(folder, join(name, file)));
    }
  }
  const path = `/api/definitions/import?dryRun=${options.dryRun}`;
  return ask<ImportPlan>(remote, 'POST', path, { format: 1, definitions });
}

async function openFolder(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw refusal(
      'definition.file-unreadable',
      422,
      `The folder ${folder} cannot be read; export into it first.`,
      {
        cause,
      },
    );
  }
}

async function readEntry(folder: string, path: string): Promise<Entry> {
  const bytes = await readFile(join(folder, path));
  if (!isUtf8(bytes))
    throw refusal('definition.file-unreadable', 422, `${path} is not UTF-8 text; save it as UTF-8.`);
  const text = bytes.toString('utf8');
  let entry: Entry | undefined;
  try {
    if (text.length <= FILE_CHARACTERS_MAX) entry = JSON.parse(text) as Entry;
  } catch (cause) {
    throw refusal('definition.file-unreadable', 422, `${path} is not JSON.`, { cause });
  }
  const expected =
    entry && join(kindOf(entry.key ?? ''), `${encodeURIComponent(idOf(entry.key ?? ''))}${SUFFIX}`);
  if (entry && expected === path) return entry;
  throw refusal(
    'definition.file-unreadable',
    422,
    `${path} must say its key, kind/id, which is also its path, and be no larger than 2 MB.`,
  );
}

async function ask<T>(remote: DefinitionRemote, method: string, path: string, body?: object): Promise<T> {
  const response = await remote.fetch(new URL(path, remote.server), {
    method,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(remote.token === undefined ? {} : { authorization: `Bearer ${remote.token}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const answer = (await response.json()) as T & { readonly detail?: string };
  if (response.ok) return answer;
  throw refusal('definition.server-refused', response.status, answer.detail ?? 'The server refused.', {
    detail: { answer },
  });
}
