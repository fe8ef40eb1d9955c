import { judgeEvent } from './judge-event.ts';
import type { Fault } from './map/fault.ts';
import type { Outcome } from './map/preset.ts';
import type { Row } from './read/rows.ts';
import { count, type Totals } from './tally.ts';

/** A row that was refused: what it was, where it stands, why. */
export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly column?: string;
  /** The row as the file has it, at most ROW_TEXT_MAX characters. */
  readonly row: string;
}

/** What goes out together: a record for the log and rejects for the quarantine. */
export interface Parcel {
  /** The body of the record, `{"events":[…]}`; undefined when there is no event. */
  readonly body: Buffer | undefined;
  readonly rejects: readonly RejectedRow[];
}

/** Collects events and rejects into parcels of bounded size. */
export interface Packing {
  readonly outcome: Outcome;
  /** Everything that has come out so far, in this run and before it. */
  readonly totals: Omit<Totals, 'rows' | 'bytesRead'>;
  /** Whether the parcel should be closed as soon as that tears nothing apart. */
  isReady(): boolean;
  /** Whether it must be closed now. */
  isFull(): boolean;
  /** Closes the parcel and begins the next one. */
  close(): Parcel;
}

/** Events of one record; the log counts places in steps of 4,096. */
const EVENTS_MAX = 2_000;
/** Characters of one record: with names beyond ASCII about 256 KB. */
const CHARACTERS_MAX = 200_000;
const REJECTS_MAX = 500;
/** Beyond this share a parcel is ready, at all of it full. */
const READY_SHARE = 0.75;
const ROW_TEXT_MAX = 4_000;

/** @param asOf when the import was ordered; events after it are refused */
export function createPacking(file: string, asOf: number, start: Totals): Packing {
  const totals = { events: start.events, rejected: { ...start.rejected }, dropped: { ...start.dropped } };
  let texts: string[] = [];
  let characters = 0;
  let rejects: RejectedRow[] = [];
  const reject = (row: Row, fault: Fault) => {
    count(totals.rejected, fault.code);
    const about = { file, line: row.line, code: fault.code, row: row.text.slice(0, ROW_TEXT_MAX) };
    rejects.push(fault.column === undefined ? about : { ...about, column: fault.column });
  };
  const isBeyond = (share: number) =>
    texts.length >= EVENTS_MAX * share ||
    characters >= CHARACTERS_MAX * share ||
    rejects.length >= REJECTS_MAX * share;
  return {
    totals,
    outcome: {
      event(event, rows) {
        const text = JSON.stringify(event);
        const fault = judgeEvent(event, text, asOf);
        if (fault !== undefined) {
          for (const row of rows) reject(row, fault);
          return;
        }
        texts.push(text);
        characters += text.length + 1;
        totals.events++;
      },
      reject,
      drop: (_row, fault) => count(totals.dropped, fault.code),
    },
    isReady: () => isBeyond(READY_SHARE),
    isFull: () => isBeyond(1),
    close() {
      const parcel = {
        body: texts.length === 0 ? undefined : Buffer.from(`{"events":[${texts.join(',')}]}`),
        rejects,
      };
      texts = [];
      characters = 0;
      rejects = [];
      return parcel;
    },
  };
}
