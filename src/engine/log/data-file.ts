import { access, open, stat } from 'node:fs/promises';
import { refusal } from '../../core/index.ts';

/** A page begins with 24 bytes about itself; the first two pages then hold: magic, version, address, map size, page size. */
const META_AT = 24;
const PAGE_SIZE_AT = 48;
const META_BYTES = 64;
const MAGIC = 0xbeefc0de;

/** Pages that a transaction took and gave back are counted, but never written when they are the last of the file. */
const UNWRITTEN_BYTES_MAX = 4 * 1024 * 1024;

/** Refuses with `log.absent` (404) when there is no data file. */
export async function refuseAbsent(path: string): Promise<void> {
  try {
    await access(path);
  } catch (cause) {
    throw refusal('log.absent', 404, `There is no log: ${path} does not exist.`, { detail: { path }, cause });
  }
}

/** Refuses with `log.damaged` when a data file does not begin as one: lmdb would end the process on opening it. */
export async function refuseForeign(path: string): Promise<void> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return;
  try {
    const start = Buffer.alloc(META_BYTES);
    const { bytesRead } = await file.read(start, 0, META_BYTES, 0);
    if (bytesRead === 0) return;
    const second = Buffer.alloc(META_BYTES);
    await file.read(second, 0, META_BYTES, start.readUInt32LE(PAGE_SIZE_AT));
    if (start.readUInt32LE(META_AT) === MAGIC && second.readUInt32LE(META_AT) === MAGIC) return;
  } finally {
    await file.close();
  }
  throw dataDamaged(path, 'its first pages are not those of a log');
}

/** Refuses with `log.damaged` a file cut short, which would end the process at the first read behind its end. */
export async function refuseTruncated(path: string, bytes: number): Promise<void> {
  const { size } = await stat(path);
  if (size + UNWRITTEN_BYTES_MAX >= bytes) return;
  throw dataDamaged(path, `it holds ${size} bytes where ${bytes} belong: its end is missing`);
}

/** MDB_PAGE_NOTFOUND, MDB_CORRUPTED, MDB_PANIC, MDB_VERSION_MISMATCH, MDB_INVALID, and MDB_BAD_TXN, which follows the others. */
const DAMAGE_CODES: ReadonlySet<unknown> = new Set([-30797, -30796, -30795, -30794, -30793, -30782]);

/** The refusal that an error of lmdb about the tree of pages stands for; undefined when it is about something else. */
export function damageOf(path: string, error: unknown): Error | undefined {
  if (!DAMAGE_CODES.has((error as { code?: unknown }).code)) return undefined;
  return dataDamaged(path, 'its pages do not hang together', error);
}

function dataDamaged(path: string, what: string, cause?: unknown) {
  return refusal('log.damaged', 500, `${path} is damaged: ${what}. Restore the folder from a backup.`, {
    detail: { path },
    cause,
  });
}
