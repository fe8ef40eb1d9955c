import { type Refusal, refusal } from '../../core/index.ts';
import { roomOnDisk } from '../folder/index.ts';
import { freeBytes, type LmdbStore } from './lmdb-store.ts';

/** The disk is looked at again when this share of the reserve was appended. */
const LOOK_EVERY_SHARE = 1 / 8;

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
 * any a full disk could not be left again (0: no reserve). Room is what the disk has, or what trims left over within the file.
 */
export function createRoomCheck(folder: string, roomBytesMin: number): RoomCheck {
  let untilLook = 0;
  return {
    async require(store, bytes) {
      untilLook -= bytes;
      if (untilLook > 0 || roomBytesMin === 0) return;
      if ((await roomOnDisk(folder)) < roomBytesMin && freeBytes(store) < roomBytesMin) throw logFull(folder);
      untilLook = roomBytesMin * LOOK_EVERY_SHARE;
    },
    lookAgain() {
      untilLook = 0;
    },
  };
}

/** Watches the room that the log has. */
export interface RoomCheck {
  /** Refuses with `log.full` when so many bytes more would go below the reserve. */
  require(store: LmdbStore, bytes: number): Promise<void>;
  /** A commit failed: the next one looks at the disk first, however little was appended since the last look. */
  lookAgain(): void;
}
