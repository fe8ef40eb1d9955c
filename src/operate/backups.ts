import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { type Clock, refusal } from '../core/index.ts';
import { backUp, type Engines } from './backup.ts';
import { readManifest } from './manifest.ts';

/** A backup of the running server, by the name of its folder. */
export const BackupSchema = Type.Object({
  id: Type.String(),
  path: Type.String({ description: 'On the machine of the server' }),
  state: Type.Union(
    [Type.Literal('running'), Type.Literal('done'), Type.Literal('failed'), Type.Literal('unfinished')],
    {
      description: 'unfinished: the server stopped while it wrote it; nothing of it can be restored',
    },
  ),
  stage: Type.Optional(
    Type.Union([Type.Literal('state'), Type.Literal('warehouse'), Type.Literal('log')], {
      description: 'Which copy is being written',
    }),
  ),
  startedAt: Type.Integer({ description: 'ms since the epoch' }),
  at: Type.Optional(Type.Integer({ description: 'When it was whole (ms since the epoch)' })),
  version: Type.Optional(Type.String({ description: 'Of the program that wrote it' })),
  bytes: Type.Optional(Type.Integer()),
  why: Type.Optional(Type.String({ description: 'Why it failed' })),
});
export type Backup = Static<typeof BackupSchema>;

/** Backups of a server that goes on meanwhile. */
export interface Backups {
  /** The newest first, with the one that runs. */
  list(): Promise<Backup[]>;
  /** Begins one. Refusal: `operate.backup-running` (409). */
  start(): Backup;
  /** Removes one. Refusals: `operate.backup-unknown` (404), `operate.backup-running` (409). */
  remove(id: string): Promise<void>;
  /** Waits for the one that runs. */
  close(): Promise<void>;
}

/** What backups are made from. */
export interface BackupsDeps extends Engines {
  /** Where each gets a folder. */
  readonly folder: string;
  readonly place: 'embedded' | 'server';
  readonly version: string;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

const SHOWN_MAX = 100;
/** `2026-11-22T21-56-31.042Z`, so that names are in the order of time and may stand in any file system. */
const ID = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d\.\d{3}Z)$/;

/** Makes, lists and removes backups while the server runs. One runs at a time. */
export function createBackups(deps: BackupsDeps): Backups {
  const { clock } = deps;
  const folder = resolve(deps.folder);
  const sizes = new Map<string, number>();
  let latest: Backup | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = async (begun: Backup): Promise<void> => {
    let isOurs = false;
    try {
      await backUp(deps, begun.path, {
        version: deps.version,
        clock,
        warehouse: deps.place,
        onStage: (stage) => {
          isOurs = true;
          latest = { ...begun, stage };
        },
      });
      latest = undefined;
    } catch (error) {
      deps.onError(error);
      latest = { ...begun, state: 'failed', why: error instanceof Error ? error.message : String(error) };
      // Half a backup helps nobody, and it takes room that may be what was missing. What stood there before is another's.
      if (isOurs) await rm(begun.path, { recursive: true, force: true }).catch(deps.onError);
    }
  };

  const read = async (id: string): Promise<Backup> => {
    const path = join(folder, id);
    const startedAt = startOf(id)!;
    const manifest = await readManifest(path).catch(() => undefined);
    if (!manifest) return { id, path, state: 'unfinished', startedAt };
    const bytes = sizes.get(id) ?? (await bytesIn(path));
    sizes.set(id, bytes);
    return {
      id,
      path,
      state: 'done',
      startedAt,
      at: Date.parse(manifest.at),
      version: manifest.version,
      bytes,
    };
  };

  return {
    async list() {
      const names = await readdir(folder).catch(() => []);
      const others = names.filter((id) => startOf(id) !== undefined && id !== latest?.id);
      const known = await Promise.all(others.sort().reverse().slice(0, SHOWN_MAX).map(read));
      return [...(latest ? [latest] : []), ...known];
    },
    start() {
      mustRest(latest);
      const startedAt = clock.now();
      const id = new Date(startedAt).toISOString().replaceAll(':', '-');
      latest = { id, path: join(folder, id), state: 'running', stage: 'state', startedAt };
      running = run(latest);
      return latest;
    },
    async remove(id) {
      if (id === latest?.id) mustRest(latest);
      if (id === latest?.id) latest = undefined;
      else if (startOf(id) === undefined || !(await exists(join(folder, id))))
        throw refusal('operate.backup-unknown', 404, `There is no backup ${id}.`, { detail: { id } });
      await rm(join(folder, id), { recursive: true, force: true });
      sizes.delete(id);
    },
    close: () => running,
  };
}

function mustRest(latest: Backup | undefined): void {
  if (latest?.state !== 'running') return;
  throw refusal(
    'operate.backup-running',
    409,
    `Backup ${latest.id} is being written; wait until it is there.`,
    {
      detail: { id: latest.id },
    },
  );
}

/** When the backup of this name was begun (ms); undefined for what is no name of a backup. */
function startOf(id: string): number | undefined {
  const [, hour, minute, second] = ID.exec(id) ?? [];
  const at = Date.parse(`${hour}:${minute}:${second}`);
  return Number.isNaN(at) ? undefined : at;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  return bytes;
}
