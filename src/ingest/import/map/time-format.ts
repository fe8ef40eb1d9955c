import { fraction, localTime, offsetMs } from './calendar.ts';
import { compilePattern } from './time-pattern.ts';
import type { TimeZone } from './time-zone.ts';

/** Reads a moment from a cell; undefined when it is none. Milliseconds since the epoch. */
export type TimeReader = (cell: string | number) => number | undefined;

const ISO =
  /^(\d{4})([-/.])(\d{2})\2(\d{2})(?:[T ]+(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Epoch numbers between 1973 and 2286 in seconds, ms, us and ns have 9-10, 12-13, 15-16 and 18-19 digits: they never meet. */
const EPOCH_UNITS: readonly [digitsMax: number, perMs: number][] = [
  [10, 0.001],
  [13, 1],
  [16, 1_000],
  [19, 1_000_000],
];

/**
 * A reader of times in one format. `auto`: ISO 8601 and its relatives (`2010-12-01 08:26:00`, `2010/12/01`, with or without
 * zone) and seconds, milliseconds, microseconds or nanoseconds since the epoch. `epoch-s`, `epoch-ms`. Otherwise a pattern such as
 * `DD/MM/YYYY HH:mm` (see `compilePattern`); undefined when the pattern is none. A time without a zone is local in `zone`.
 */
export function timeReader(format: string, zone: TimeZone): TimeReader | undefined {
  if (format === 'auto') return (cell) => (typeof cell === 'number' ? readEpoch(cell) : readAuto(cell, zone));
  if (format === 'epoch-s') return (cell) => epochOf(Number(cell) * 1_000);
  if (format === 'epoch-ms') return (cell) => epochOf(Number(cell));
  const read = compilePattern(format, zone);
  return read === undefined ? undefined : (cell) => read(String(cell));
}

function readAuto(text: string, zone: TimeZone): number | undefined {
  const parts = ISO.exec(text);
  if (parts === null) return /^-?\d{9,19}(?:\.\d+)?$/.test(text) ? readEpoch(Number(text)) : undefined;
  const local = localTime(
    +parts[1]!,
    +parts[3]!,
    +parts[4]!,
    +(parts[5] ?? 0),
    +(parts[6] ?? 0),
    +(parts[7] ?? 0),
    fraction(parts[8]),
  );
  if (local === undefined) return undefined;
  return parts[9] === undefined ? zone.toUtc(local) : local - offsetMs(parts[9]);
}

function readEpoch(value: number): number | undefined {
  const digits = Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1;
  const unit = EPOCH_UNITS.find(([digitsMax]) => digits <= digitsMax);
  return unit === undefined || digits < 9 ? undefined : epochOf(value / unit[1]);
}

function epochOf(ms: number): number | undefined {
  return Number.isFinite(ms) ? Math.floor(ms) : undefined;
}
