import { refusal } from '../../core/index.ts';
import type { Change, RangeQuery } from './state.ts';

/** Both engines hold such keys in an index: LMDB ends at 1,978 bytes, PostgreSQL at about 2,700. */
const KEY_BYTES_MAX = 1024;
/** A person with a long history is some 100 KB; this is a guard against runaway values, not a target. */
const VALUE_CHARS_MAX = 16 * 1024 * 1024;
const CHANGES_MAX = 100_000;
/** All changes of a commit stand in memory twice while they are encoded. */
const COMMIT_CHARS_MAX = 128 * 1024 * 1024;
const KEYS_MAX = 100_000;
const RANGE_LIMIT_MAX = 10_000;
/** A bound may be the longest key and a character after it. */
const BOUND_BYTES_MAX = KEY_BYTES_MAX + 4;

/** Refuses changes that not every engine could hold, before any of them happens. */
export function checkChanges(changes: readonly Change[]): void {
  if (changes.length > CHANGES_MAX) throw tooLarge('changes', changes.length, CHANGES_MAX);
  let chars = 0;
  for (const { collection, key, value } of changes) {
    checkKey(key);
    if (value === undefined) continue;
    if (value.length > VALUE_CHARS_MAX) {
      throw refusal('state.value-too-large', 400, 'A value is too large to be stored; split it.', {
        detail: { collection, chars: value.length, charsMax: VALUE_CHARS_MAX },
      });
    }
    chars += value.length;
  }
  if (chars > COMMIT_CHARS_MAX) throw tooLarge('characters', chars, COMMIT_CHARS_MAX);
}

export function checkKeys(keys: readonly string[]): void {
  if (keys.length > KEYS_MAX) throw tooLarge('keys', keys.length, KEYS_MAX);
  for (const key of keys) checkKey(key);
}

export function checkRange(query: RangeQuery): void {
  const { limit, from = '', to = '' } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > RANGE_LIMIT_MAX) {
    throw refusal(
      'state.limit-invalid',
      400,
      `A range reads 1 to ${RANGE_LIMIT_MAX} entries; ask for the next part.`,
      { detail: { limit } },
    );
  }
  if (Math.max(Buffer.byteLength(from), Buffer.byteLength(to)) > BOUND_BYTES_MAX) {
    throw refusal(
      'state.key-invalid',
      400,
      `A bound of a range has at most ${BOUND_BYTES_MAX} bytes of UTF-8.`,
    );
  }
}

function checkKey(key: string): void {
  // One UTF-16 unit is at most three bytes of UTF-8, so that only long keys need counting.
  const fits = key.length * 3 <= KEY_BYTES_MAX || Buffer.byteLength(key) <= KEY_BYTES_MAX;
  if (key.length > 0 && fits) return;
  throw refusal(
    'state.key-invalid',
    400,
    `A key has 1 to ${KEY_BYTES_MAX} bytes of UTF-8; hash what is longer.`,
    {
      detail: { chars: key.length },
    },
  );
}

function tooLarge(what: string, count: number, max: number): Error {
  return refusal('state.commit-too-large', 400, `Too many ${what} in one call; split it.`, {
    detail: { what, count, max },
  });
}
