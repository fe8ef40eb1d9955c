import { type Clock, refusal } from '../core/index.ts';
import type { Change, State } from '../engine/state/index.ts';
import { type AuditEntry, type AuditFilter, fits, idAt, keysOf, prefixOf } from './audit-entry.ts';

/** Who changed and saw what. */
export interface Audit {
  /** Takes an entry down. It is in the state soon; `flush` waits for that. Never throws. */
  record(entry: AuditEntry): void;
  /** Resolves when everything recorded until now is durable. Refusals: those of `State.commit`. */
  flush(): Promise<void>;
  /** Entries, newest first; `next` continues below the last that was looked at, and is absent at the end. */
  search(filter: AuditFilter, limit: number, below?: string): Promise<AuditPage>;
  /** Removes what is older than the retention; resolves with how many entries that were. */
  trim(): Promise<number>;
  /** Entries that are not durable yet, and whether the state takes none. */
  readonly figures: { readonly waiting: number; readonly isFailing: boolean; readonly lost: number };
  close(): Promise<void>;
}

/** A page of the audit. */
export interface AuditPage {
  readonly entries: (AuditEntry & { readonly id: string })[];
  readonly next?: string;
}

/** What the audit works with. */
export interface AuditDeps {
  readonly state: State;
  readonly clock: Clock;
  /** Makes the ids of this run of the program differ from those of others in the same millisecond. */
  readonly newId: () => string;
  /** How long entries are kept (ms). */
  readonly retentionMs: number;
  readonly onError: (error: unknown) => void;
}

/** Looking at a person must not wait for a disk; a death loses the views of this long at most. */
const FLUSH_MS = 200;
const TRIM_MS = 60 * 60_000;
/** While the state is away, so many wait; then the oldest are lost, which health tells. */
const WAITING_MAX = 20_000;
/** Entries of one commit. */
const COMMIT_MAX = 500;
const SCAN_STEP = 500;
/** Entries looked at for one answer, and removed at once. */
const SCAN_MAX = 5_000;
const COUNT_DIGITS = 7;

/** Opens the audit over a state. It is in the state rather than in the log: docs/decisions/0016-audit.md. */
export function openAudit(deps: AuditDeps): Audit {
  const { state, clock, onError } = deps;
  const run = deps.newId().slice(0, 6);
  const figures = { waiting: 0, isFailing: false, lost: 0 };
  const waiting: Change[][] = [];
  let count = 0;
  let isClosed = false;
  let flushing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, COMMIT_MAX);
      try {
        await state.commit(batch.flat());
      } catch (error) {
        figures.isFailing = true;
        later();
        throw error;
      }
      figures.isFailing = false;
      waiting.splice(0, batch.length);
      figures.waiting = waiting.length;
    }
  };
  const flush = (): Promise<void> => {
    flushing ??= write().finally(() => {
      flushing = undefined;
    });
    return flushing;
  };
  const later = (): void => {
    if (isClosed) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      flush().catch(onError);
    }, FLUSH_MS);
  };
  const trim = (): Promise<number> => removeBefore(state, clock.now() - deps.retentionMs);
  const trimmer = setInterval(() => trim().catch(onError), TRIM_MS);
  trimmer.unref();

  return {
    figures,
    record(entry) {
      const id = `${idAt(entry.at)}-${String(++count).padStart(COUNT_DIGITS, '0')}-${run}`;
      const [main, ...indexes] = keysOf(id, entry);
      waiting.push([change(main, JSON.stringify(entry)), ...indexes.map((key) => change(key, '1'))]);
      if (waiting.length > WAITING_MAX && !flushing) {
        waiting.shift();
        figures.lost++;
      }
      figures.waiting = waiting.length;
      later();
    },
    async flush() {
      // What runs may have begun before the newest entry came.
      await flushing?.catch(() => undefined);
      await flush();
    },
    search: (filter, limit, below) => search(state, filter, limit, below),
    trim,
    async close() {
      clearInterval(trimmer);
      clearTimeout(timer);
      isClosed = true;
      await flushing?.catch(() => undefined);
      await flush();
    },
  };
}

function change(key: string, value: string | undefined): Change {
  return { collection: 'audit', key, value };
}

async function search(state: State, filter: AuditFilter, limit: number, below?: string): Promise<AuditPage> {
  if (below !== undefined && !/^\d{15}-/.test(below))
    throw refusal('audit.bad-page', 400, 'Give the `next` of the page before as `below`.');
  const prefix = prefixOf(filter);
  const from = prefix + (filter.since === undefined ? '' : idAt(filter.since));
  let to = below ?? (filter.until === undefined ? ':' : idAt(filter.until));
  const entries: AuditPage['entries'] = [];
  for (let scanned = 0; scanned < SCAN_MAX; scanned += SCAN_STEP) {
    const found = await state.range('audit', { from, to: prefix + to, limit: SCAN_STEP, reverse: true });
    const ids = found.map(([key]) => key.slice(prefix.length));
    const texts =
      prefix === 'entry/'
        ? found.map(([, text]) => text)
        : await state.getMany(
            'audit',
            ids.map((id) => `entry/${id}`),
          );
    for (const [i, id] of ids.entries()) {
      const text = texts[i];
      const entry = text === undefined ? undefined : (JSON.parse(text) as AuditEntry);
      if (entry && fits(entry, filter)) entries.push({ id, ...entry });
      to = id;
      if (entries.length >= limit) return { entries, next: id };
    }
    if (found.length < SCAN_STEP) return { entries };
  }
  return { entries, next: to };
}

async function removeBefore(state: State, before: number): Promise<number> {
  const to = `entry/${idAt(before)}`;
  let removed = 0;
  while (removed < SCAN_MAX) {
    const found = await state.range('audit', { from: 'entry/', to, limit: SCAN_STEP });
    const keys = found.flatMap(([key, text]) =>
      keysOf(key.slice('entry/'.length), JSON.parse(text) as AuditEntry),
    );
    if (keys.length > 0) await state.commit(keys.map((key) => change(key, undefined)));
    removed += found.length;
    if (found.length < SCAN_STEP) break;
  }
  return removed;
}
