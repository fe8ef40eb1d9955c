import { statfs } from 'node:fs/promises';
import { type Refusal, refusal } from '../../core/index.ts';
import { freeBytes, type LmdbStore } from './lmdb-store.ts';

/** How much is appended between two looks at the disk. */
const LOOK_EVERY_BYTES = 16 * 1024 * 1024;

/** Somebody has to make room first; a trim runs within a minute. */
const FULL_RETRY_SECONDS = 30;

/** The refusal of an append for which there is no room. */
export function logFull(folder: string, cause?: unknown): Refusal {
  return refusal(
    'log.full',
    503,
    `The disk of ${folder} is full. Make room, or keep fewer days in the log.`,
    {
      detail: { folder },
      retryAfterSeconds: FULL_RETRY_SECONDS,
      cause,
    },
  );
}

/**
 * Watches that the log stops before the disk is full: a trim and the other engines need room to work in, and without
 * any a full disk could not be left again. Room is what the disk has, or what trims left over within the file.
 */
export function createRoomCheck(folder: string, roomBytesMin: number): RoomCheck {
  let untilLook = 0;
  return async (store, bytes) => {
    untilLook -= bytes;
    if (untilLook > 0) return;
    const { bavail, bsize } = await statfs(folder);
    const room = bavail * bsize;
    if (room < roomBytesMin && freeBytes(store) < roomBytesMin) throw logFull(folder);
    untilLook = LOOK_EVERY_BYTES;
  };
}

/** Refuses with `log.full` when so many bytes more would go below the reserve. */
export type RoomCheck = (store: LmdbStore, bytes: number) => Promise<void>;
