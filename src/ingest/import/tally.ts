import { type Static, Type } from 'typebox';

const Counts = Type.Record(Type.String(), Type.Integer({ minimum: 0 }));

/** What has become of a file so far. */
const TotalsSchema = Type.Object({
  rows: Type.Integer({ minimum: 0 }),
  events: Type.Integer({ minimum: 0 }),
  /** Rows in the quarantine, by reason. */
  rejected: Counts,
  /** Rows left out because the map says so, by reason. */
  dropped: Counts,
  /** Bytes of the file that were read, packed as they are. */
  bytesRead: Type.Integer({ minimum: 0 }),
});
export type Totals = Static<typeof TotalsSchema>;

/** Where reading goes on after a stop or a kill, and what had become of everything before that place. */
export const ProgressSchema = Type.Object({
  place: Type.Object({ offset: Type.Integer(), line: Type.Integer(), skip: Type.Integer() }),
  totals: TotalsSchema,
});
export type Progress = Static<typeof ProgressSchema>;

export const NO_TOTALS: Totals = { rows: 0, events: 0, rejected: {}, dropped: {}, bytesRead: 0 };

/** Adds one to a count. */
export function count(counts: Record<string, number>, code: string): void {
  counts[code] = (counts[code] ?? 0) + 1;
}

/** The sum of all counts. */
export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, value) => sum + value, 0);
}
