import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoOptions } from '../options.ts';

/** What a demo remembers of itself from start to start, beside the data. */
export interface Saved {
  /** What the shop is made from; the same options give the same messages again. */
  readonly options: DemoOptions;
  /** The server holds everything that was to be delivered up to this moment of the shop's time. */
  readonly deliveredUntil: number;
  /** A token of the API, made while nobody had claimed the server: the demo goes on when somebody has. */
  readonly token?: string;
}

const NAME = 'demo.json';
const REMOVE_TRIES = 10;
const REMOVE_WAIT_MS = 200;
/** It holds a token. */
const OWNER_ONLY = 0o600;

/** Reads it; undefined when no demo lives in the folder. */
export function readSaved(folder: string): Saved | undefined {
  const path = join(folder, NAME);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Saved) : undefined;
}

/** Writes it so that a stop at any moment leaves the old or the new one. */
export function writeSaved(folder: string, saved: Saved): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, NAME);
  writeFileSync(`${path}.new`, `${JSON.stringify(saved, null, 2)}\n`, { mode: OWNER_ONLY });
  renameSync(`${path}.new`, path);
}

/** Empties the folder of a demo. Throws when something else than a demo is in it. */
export function forget(folder: string): void {
  if (!existsSync(folder)) return;
  if (!existsSync(join(folder, NAME)) && readdirSync(folder).length > 0)
    throw new Error(`${folder} holds something else than a demo; name another folder with --data.`);
  // A server that was killed a moment ago may still be putting its last files away.
  rmSync(folder, { recursive: true, force: true, maxRetries: REMOVE_TRIES, retryDelay: REMOVE_WAIT_MS });
}
