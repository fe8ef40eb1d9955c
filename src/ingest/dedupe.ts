import { hash53 } from '../core/index.ts';

/** A message id is remembered this many days after the day it was received (promised: at least 7). */
export const SEEN_DAYS = 8;
/** Message ids remembered per sender. A person has dozens; a server that sends everything as one user has more. */
export const SEEN_MAX = 20_000;
/** So many leave at once when it is full: one at a time would move 20,000 numbers for every event. */
const CROWDED_OUT_AT_ONCE = 1_000;
/** From here on a hash table is faster than looking through the arrays. */
const INDEXED_FROM = 64;
const DAY_MS = 86_400_000;

/** The message ids of one sender that were counted. Make it with `emptySeen` or `decodeSeen`; change it with `check`. */
export interface Seen {
  /** By day of receipt (days since the epoch): fingerprint, place, fingerprint, place … in the order they were added. */
  readonly days: Map<number, number[]>;
  /** Number of message ids. */
  count: number;
  /** How many were forgotten before their time because there were too many, since this value was made. */
  crowdedOut: number;
  /** Fingerprint to place; built when it pays, undefined when it has to be built again. */
  index: Map<number, number> | undefined;
}

/** Nothing seen yet. */
export function emptySeen(): Seen {
  return { days: new Map(), count: 0, crowdedOut: 0, index: undefined };
}

/**
 * Tells whether an event counts. `new`: its id was not seen, and is now remembered. `same`: it is the very event that was
 * remembered (the log is being replayed). `again`: the id was counted at an earlier place; this one must not count.
 * An entry with a later place can only be met by a replay, after the event's own entry was forgotten and its id was sent
 * anew days later: the event counted in its time, so the answer is `same`.
 * Depends on nothing but the calls made before.
 * @param id the event's message id
 * @param place the event's place in its partition
 * @param received ms since the epoch
 */
export function check(seen: Seen, id: string, place: number, received: number): 'new' | 'again' | 'same' {
  const fingerprint = hash53(id);
  const known = placeIn(seen, fingerprint);
  if (known !== undefined) return known < place ? 'again' : 'same';
  const day = Math.floor(received / DAY_MS);
  const pairs = seen.days.get(day);
  if (pairs) {
    pairs.push(fingerprint, place);
  } else {
    forgetBefore(seen, day - SEEN_DAYS);
    seen.days.set(day, [fingerprint, place]);
  }
  seen.count++;
  seen.index?.set(fingerprint, place);
  if (seen.count > SEEN_MAX) crowdOut(seen);
  return 'new';
}

/** Whether a message id is remembered; adds nothing. */
export function hasSeen(seen: Seen, id: string): boolean {
  return placeIn(seen, hash53(id)) !== undefined;
}

/** The newest place that is remembered; -1 when there is none. */
export function seenUntil(seen: Seen): number {
  let newest = -1;
  for (const pairs of seen.days.values()) newest = Math.max(newest, pairs[pairs.length - 1] ?? -1);
  return newest;
}

function placeIn(seen: Seen, fingerprint: number): number | undefined {
  if (seen.count >= INDEXED_FROM) {
    seen.index ??= indexOf(seen);
    return seen.index.get(fingerprint);
  }
  for (const pairs of seen.days.values()) {
    for (let i = 0; i < pairs.length; i += 2) if (pairs[i] === fingerprint) return pairs[i + 1];
  }
  return undefined;
}

function indexOf(seen: Seen): Map<number, number> {
  const index = new Map<number, number>();
  for (const pairs of seen.days.values()) {
    for (let i = 0; i < pairs.length; i += 2) index.set(pairs[i] as number, pairs[i + 1] as number);
  }
  return index;
}

function forgetBefore(seen: Seen, firstDay: number): void {
  for (const [day, pairs] of seen.days) {
    if (day >= firstDay) continue;
    seen.days.delete(day);
    seen.count -= pairs.length / 2;
    seen.index = undefined;
  }
}

/** Oldest day first, and within a day in the order they were added. */
function crowdOut(seen: Seen): void {
  let leaving = CROWDED_OUT_AT_ONCE;
  for (const day of [...seen.days.keys()].sort((a, b) => a - b)) {
    if (leaving === 0) break;
    const pairs = seen.days.get(day) as number[];
    const gone = Math.min(leaving, pairs.length / 2);
    if (gone * 2 === pairs.length) seen.days.delete(day);
    else seen.days.set(day, pairs.slice(gone * 2));
    leaving -= gone;
    seen.count -= gone;
    seen.crowdedOut += gone;
  }
  seen.index = undefined;
}
