import { statfs } from 'node:fs/promises';
import { constants } from 'node:os';

/** MDB_MAP_FULL, and what the operating system says when there is no room. */
const FULL_CODES: ReadonlySet<unknown> = new Set([
  -30792,
  constants.errno.ENOSPC,
  constants.errno.EDQUOT,
  constants.errno.EFBIG,
]);

/** LMDB calls a write that was cut short an I/O error; with less room than this it is taken for a full disk. */
const SHORT_WRITE_ROOM_BYTES = 64 * 1024 * 1024;

/** Tells whether a commit failed for want of room, after which another may succeed. */
export async function isForWantOfRoom(folder: string, cause: unknown): Promise<boolean> {
  const code = (cause as { code?: unknown } | undefined)?.code;
  if (FULL_CODES.has(code)) return true;
  return code === constants.errno.EIO && (await roomOnDisk(folder)) < SHORT_WRITE_ROOM_BYTES;
}

/** Bytes that are free on the disk of a folder. */
export async function roomOnDisk(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
