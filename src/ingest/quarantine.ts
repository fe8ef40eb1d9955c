import { type Channel, type Clock, encodeRecord, isObject, refusal } from '../core/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import type { CollectedHeader } from './decoded.ts';
import { decodeEntry, type QuarantineEntry, ROW_REFUSED } from './quarantine-entry.ts';

/** Entries of one answer. */
export const PAGE_MAX = 500;
/** Entries looked at for one answer; a filter that fits nothing must not read the whole quarantine at once. */
const SCAN_MAX = 5_000;
const SCAN_STEP = 500;
/** Events sent again with one call. */
export const REPLAY_MAX = 500;
/** Entries removed with one call. */
const REMOVE_MAX = 5_000;

/** Which entries; all of what is given must fit. */
export interface QuarantineFilter {
  readonly reason?: string;
  readonly source?: string;
  /** Received at or after, ms. */
  readonly since?: number;
  /** Received before, ms. */
  readonly until?: number;
}

/** Entries newest first; `next` continues below the last one that was looked at, and is absent at the end. */
export interface QuarantinePage {
  readonly entries: (QuarantineEntry & { readonly key: string })[];
  readonly next?: string;
  /** Entries in the whole quarantine. */
  readonly total: number;
}

/** An entry to send again: as it is, or corrected. */
export interface ReplayOrder {
  readonly key: string;
  readonly event?: unknown;
}

/** What became of the orders: sent again and removed; not there (any more); clipped, so a corrected event is needed. */
export interface ReplayAnswer {
  readonly replayed: string[];
  readonly missing: string[];
  readonly clipped: string[];
}

/** What the quarantine works with: where entries are kept, and how they are sent again. */
export interface QuarantineDeps {
  readonly state: State;
  readonly clock: Clock;
  append(bytes: Uint8Array): Promise<number>;
  handOff(position: number, header: CollectedHeader, body: Uint8Array, parsed: unknown): void;
}

/** Refused events: looked at, corrected, sent again, thrown away. `quarantineChange` puts them there. */
export interface Quarantine {
  search(filter: QuarantineFilter, limit: number, below?: string): Promise<QuarantinePage>;
  /**
   * Appends events to the log again with their message ids and times, and removes each from the quarantine once it is
   * durable there. Dying in between leaves it in both; its message id makes it count once. Refusals: those of the log.
   */
  replay(orders: readonly ReplayOrder[]): Promise<ReplayAnswer>;
  /** Throws entries away: these keys, or what fits the filter, oldest first. `more` when the limit of a call was reached. */
  remove(keys: readonly string[]): Promise<{ removed: number; more: boolean }>;
  removeMatching(filter: QuarantineFilter): Promise<{ removed: number; more: boolean }>;
}

/** Opens the quarantine over a state. */
export function createQuarantine(deps: QuarantineDeps): Quarantine {
  return {
    search: (filter, limit, below) => search(deps.state, filter, limit, below),
    replay: (orders) => replay(deps, orders),
    async remove(keys) {
      const found = await deps.state.getMany('quarantine', keys);
      const there = keys.filter((_, i) => found[i] !== undefined);
      await deps.state.commit(there.map(gone));
      return { removed: there.length, more: false };
    },
    removeMatching: (filter) => removeMatching(deps.state, filter),
  };
}

async function search(
  state: State,
  filter: QuarantineFilter,
  limit: number,
  below?: string,
): Promise<QuarantinePage> {
  const entries: QuarantinePage['entries'] = [];
  const most = Math.min(limit, PAGE_MAX);
  let to = below;
  for (let scanned = 0; scanned < SCAN_MAX; scanned += SCAN_STEP) {
    const found = await state.range('quarantine', {
      limit: SCAN_STEP,
      reverse: true,
      ...(to === undefined ? {} : { to }),
    });
    for (const [key, text] of found) {
      const entry = decodeEntry(text);
      if (fits(entry, filter)) entries.push({ key, ...entry });
      to = key;
      if (entries.length >= most) return { entries, next: key, total: await state.count('quarantine') };
    }
    if (found.length < SCAN_STEP) return { entries, total: await state.count('quarantine') };
  }
  return { entries, ...(to === undefined ? {} : { next: to }), total: await state.count('quarantine') };
}

async function removeMatching(
  state: State,
  filter: QuarantineFilter,
): Promise<{ removed: number; more: boolean }> {
  let from: string | undefined;
  let removed = 0;
  for (let scanned = 0; scanned < SCAN_MAX; scanned += SCAN_STEP) {
    const found = await state.range('quarantine', {
      limit: SCAN_STEP,
      ...(from === undefined ? {} : { from }),
    });
    const matching = found.filter(([, text]) => fits(decodeEntry(text), filter)).map(([key]) => key);
    await state.commit(matching.map(gone));
    removed += matching.length;
    const last = found.at(-1);
    if (last === undefined || found.length < SCAN_STEP) return { removed, more: false };
    // The smallest key after the last one: ranges begin inclusively.
    from = `${last[0]}\u0001`;
    if (removed >= REMOVE_MAX) break;
  }
  return { removed, more: true };
}

async function replay(deps: QuarantineDeps, orders: readonly ReplayOrder[]): Promise<ReplayAnswer> {
  if (orders.length > REPLAY_MAX) {
    throw refusal('quarantine.too-many', 400, `At most ${REPLAY_MAX} events are sent again with one call.`);
  }
  const texts = await deps.state.getMany(
    'quarantine',
    orders.map((order) => order.key),
  );
  const entries = texts.map((text) => (text === undefined ? undefined : decodeEntry(text)));
  if (entries.some((entry) => entry?.reason === ROW_REFUSED)) throw rowRefused();
  const answer: ReplayAnswer = { replayed: [], missing: [], clipped: [] };
  const running: { key: string; done: Promise<void> }[] = [];
  for (const [i, order] of orders.entries()) {
    const entry = entries[i];
    if (!entry) answer.missing.push(order.key);
    else if (entry.clipped && order.event === undefined) answer.clipped.push(order.key);
    else running.push({ key: order.key, done: sendAgain(deps, entry, order.event) });
  }
  const outcomes = await Promise.allSettled(running.map((one) => one.done));
  outcomes.forEach((outcome, i) => {
    if (outcome.status === 'fulfilled') answer.replayed.push((running[i] as { key: string }).key);
  });
  await deps.state.commit(answer.replayed.map(gone));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return answer;
}

/** Sent again, it would be taken for the copy that it is. */
function rowRefused(): Error {
  return refusal(
    'quarantine.counted-already',
    409,
    'The event is counted in its profile, only its row was refused; send a corrected event with an id of its own.',
  );
}

async function sendAgain(deps: QuarantineDeps, entry: QuarantineEntry, corrected: unknown): Promise<void> {
  const event = corrected === undefined ? entry.event : withOrigin(entry, corrected);
  const header: CollectedHeader = {
    kind: 'collected',
    protocol: entry.protocol,
    source: entry.source,
    channel: entry.channel as Channel,
    ...(entry.country === undefined ? {} : { country: entry.country }),
    received: deps.clock.now(),
  };
  // Without sentAt: the time in the event was corrected when it first came.
  const parsed = entry.protocol === 'segment' ? { batch: [event] } : { events: [event] };
  const body = Buffer.from(JSON.stringify(parsed));
  deps.handOff(await deps.append(encodeRecord(header, body)), header, body, parsed);
}

/** A corrected event keeps message id and time of the original, unless the correction is about them. */
function withOrigin(entry: QuarantineEntry, corrected: unknown): unknown {
  if (!isObject(entry.event) || !isObject(corrected)) return corrected;
  const [id, time] = entry.protocol === 'segment' ? ['messageId', 'timestamp'] : ['id', 'time'];
  return { [id]: entry.event[id], [time]: entry.event[time], ...corrected };
}

function fits(entry: QuarantineEntry, filter: QuarantineFilter): boolean {
  if (filter.reason !== undefined && entry.reason !== filter.reason) return false;
  if (filter.source !== undefined && entry.source !== filter.source) return false;
  if (filter.since !== undefined && entry.received < filter.since) return false;
  return filter.until === undefined || entry.received < filter.until;
}

function gone(key: string): Change {
  return { collection: 'quarantine', key, value: undefined };
}
