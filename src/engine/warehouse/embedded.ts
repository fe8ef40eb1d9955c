import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Refusal, refusal } from '../../core/index.ts';
import { BLOCKS } from './block-file.ts';
import { openWarehouse } from './clickhouse.ts';
import { type ChildEnd, startChild, type WarehouseChild } from './start-child.ts';
import type { Warehouse, WarehouseHealth } from './warehouse.ts';

/** A unix socket's path may not be longer (108 bytes with its end; macOS allows 104). */
const SOCKET_PATH_MAX = 100;
const BACKOFF_FIRST_MS = 100;
const BACKOFF_MAX_MS = 10_000;
/** A child that lived this long was well: the next back-off starts small again. */
const HEALTHY_MS = 30_000;

/** Where the embedded engine keeps its data, and who is told when it dies. */
export interface EmbeddedOptions {
  /** Folder of the data; made when it is not there. One process at a time. */
  readonly folder: string;
  /** Hears each time the engine's process ended by itself. */
  readonly onCrash?: (end: ChildEnd, restarts: number) => void;
}

/** A warehouse with an engine of its own. */
export interface EmbeddedWarehouse extends Warehouse {
  /** Process id of the engine, or undefined while it is down. */
  readonly pid: () => number | undefined;
}

/**
 * Starts the embedded engine in a child process and waits until it answers. When the child dies it is started again,
 * with growing pauses; calls meanwhile are refused with `warehouse.unavailable`.
 * Refusals: `warehouse.locked` (503) when another process has the folder, `warehouse.unavailable` (503) when the
 * engine cannot start.
 */
export async function openEmbeddedWarehouse(options: EmbeddedOptions): Promise<EmbeddedWarehouse> {
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const socketFolder = chooseSocketFolder(folder);
  const socketPath = join(socketFolder, 'warehouse.sock');
  const release = () => {
    if (socketFolder !== folder) rmSync(socketFolder, { recursive: true, force: true });
  };
  const start = () => startChild(folder, socketPath);
  let child: WarehouseChild;
  try {
    child = await start();
  } catch (error) {
    release();
    throw error;
  }
  const supervision = supervise(child, start, options.onCrash ?? (() => undefined));
  const warehouse = openWarehouse({ socketPath, blocks: join(folder, BLOCKS) });
  return {
    ...warehouse,
    pid: supervision.pid,
    health: async () => supervision.downHealth() ?? (await warehouse.health()),
    close: async () => {
      await warehouse.close();
      await supervision.end();
      release();
    },
  };
}

interface Supervision {
  pid(): number | undefined;
  downHealth(): WarehouseHealth | undefined;
  end(): Promise<void>;
}

/** Keeps a child running until it is ended. */
function supervise(
  first: WarehouseChild,
  start: () => Promise<WarehouseChild>,
  onCrash: (end: ChildEnd, restarts: number) => void,
): Supervision {
  let child: WarehouseChild | undefined;
  let down: { reason: string; since: number } | undefined;
  let restarts = 0;
  let backoffMs = BACKOFF_FIRST_MS;
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;
  let starting: Promise<void> | undefined;

  const watch = (started: WarehouseChild): void => {
    child = started;
    down = undefined;
    const startedAt = performance.now();
    void started.ended.then((end) => {
      child = undefined;
      if (isEnding) return;
      if (performance.now() - startedAt > HEALTHY_MS) backoffMs = BACKOFF_FIRST_MS;
      onCrash(end, restarts);
      later(end.reason);
    });
  };
  const later = (reason: string): void => {
    down = { reason, since: down?.since ?? performance.now() };
    restarts += 1;
    timer = setTimeout(() => {
      starting = start().then(
        (started) => (isEnding ? started.end() : watch(started)),
        (error: Refusal) => (isEnding ? undefined : later(error.message)),
      );
    }, backoffMs);
    backoffMs = Math.min(backoffMs * 2, BACKOFF_MAX_MS);
  };
  watch(first);

  return {
    pid: () => child?.pid,
    downHealth: () =>
      down && {
        state: 'down',
        reason: down.reason,
        sinceMs: Math.round(performance.now() - down.since),
        restarts,
      },
    end: async () => {
      isEnding = true;
      clearTimeout(timer);
      await starting;
      await child?.end();
    },
  };
}

/** The data folder, or a private temporary one when the path would be too long for a socket. */
function chooseSocketFolder(folder: string): string {
  if (Buffer.byteLength(join(folder, 'warehouse.sock')) <= SOCKET_PATH_MAX) return folder;
  const temporary = mkdtempSync(join(tmpdir(), 'rapport-'));
  if (Buffer.byteLength(join(temporary, 'warehouse.sock')) <= SOCKET_PATH_MAX) return temporary;
  throw refusal(
    'warehouse.unavailable',
    503,
    'No path short enough for the socket of the warehouse: move the data folder.',
  );
}
