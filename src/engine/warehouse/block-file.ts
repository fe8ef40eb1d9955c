import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { linesInPieces } from './pieces.ts';
import type { Lines } from './warehouse.ts';

/** The folder, within that of the embedded engine, in which blocks lie while they are inserted. */
export const BLOCKS = 'blocks';
/** The parameter of a request that names the file of its rows. */
export const BLOCK_PARAMETER = 'rapport_block';
/** What the file of a block may be called: nothing that leads out of the folder. */
export const BLOCK_NAME = /^[0-9]+-[0-9]+$/;

/**
 * A socket takes so much at once. The rest waits for the next turn of the event loop, of which a busy server has some forty a second:
 * 8 MB/s, half of what 20,000 events a second are. A file takes all of it outside the loop.
 */
const FILE_FROM_BYTES = 200_000;

/** Whether lines are so many that they go by a file. */
export function isBlock(lines: Lines): boolean {
  if (typeof lines === 'string') return lines.length > FILE_FROM_BYTES;
  let bytes = 0;
  for (const part of lines) {
    bytes += part.length;
    if (bytes > FILE_FROM_BYTES) return true;
  }
  return false;
}

/** Writes blocks of rows for an embedded engine. */
export class BlockFiles {
  private readonly folder: string;
  private written = 0;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Writes lines to a file of their own, gives its name to `send`, and removes it when that has ended, well or not. It is not made durable:
   * whoever sends rows has them until the engine says that it does.
   */
  async through(lines: Lines, send: (name: string) => Promise<void>): Promise<void> {
    this.written += 1;
    const name = `${process.pid}-${this.written}`;
    const path = join(this.folder, name);
    try {
      await write(path, [...linesInPieces(lines)]);
      await send(name);
    } finally {
      await rm(path, { force: true });
    }
  }
}

async function write(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const { bytesWritten } = await file.writev(pieces);
    if (bytesWritten < bytes) throw new Error(`the disk took ${bytesWritten} of ${bytes} bytes`);
  } finally {
    await file.close();
  }
}
