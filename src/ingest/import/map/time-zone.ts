/** A place on the clock: gives the moment at which its clocks show a local time. */
export interface TimeZone {
  readonly name: string;
  /**
   * @param localMs the local time as if it were UTC
   * @returns ms since the epoch. A time that comes twice (clocks set back) is the first of the two; one that never
   * comes (clocks set forward) is moved forward by the gap, as RFC 5545 and Temporal's "compatible" do.
   */
  toUtc(localMs: number): number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Days whose offset is remembered: 27 years of history. */
const DAYS_REMEMBERED_MAX = 10_000;

const FIXED = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})$/;

/** The zone of an IANA name (`Europe/London`), of `UTC`, or of a fixed offset (`+02:00`); undefined when there is none. */
export function timeZone(name: string): TimeZone | undefined {
  if (name === 'UTC' || name === 'GMT' || name === 'Z') return { name, toUtc: (localMs) => localMs };
  const fixed = FIXED.exec(name);
  if (fixed !== null) {
    const offset = (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * MINUTE_MS;
    return { name, toUtc: (localMs) => localMs - offset };
  }
  const offsetAt = offsetReader(name);
  if (offsetAt === undefined) return undefined;
  // Asking Intl costs some 3 us. A day on which nothing changes has one offset, so it is asked once a day of the file.
  let steadyDays = new Map<number, number | undefined>();
  return {
    name,
    toUtc(localMs) {
      const day = Math.floor(localMs / DAY_MS);
      let offset = steadyDays.get(day);
      if (offset === undefined && !steadyDays.has(day)) {
        if (steadyDays.size >= DAYS_REMEMBERED_MAX) steadyDays = new Map();
        offset = steadyOffset(day, offsetAt);
        steadyDays.set(day, offset);
      }
      return localMs - (offset ?? exactOffset(localMs, offsetAt));
    },
  };
}

/** The offset of a day and of those around it, when it does not change. Zones reach from -12 to +14 hours. */
function steadyOffset(day: number, offsetAt: (utcMs: number) => number): number | undefined {
  const before = offsetAt((day - 1) * DAY_MS);
  const after = offsetAt((day + 2) * DAY_MS);
  return before === after ? before : undefined;
}

function exactOffset(localMs: number, offsetAt: (utcMs: number) => number): number {
  const before = offsetAt(localMs - DAY_MS);
  const after = offsetAt(localMs + DAY_MS);
  // The earlier reading comes first, so a time that comes twice is taken as the first of the two.
  for (const offset of [before, after]) if (offsetAt(localMs - offset) === offset) return offset;
  return before;
}

function offsetReader(name: string): ((utcMs: number) => number) | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
  } catch {
    // Intl knows no other way to say that a zone does not exist; the caller says it with the names at hand.
    return undefined;
  }
  return (utcMs) => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utcMs)) parts[type] = Number(value);
    const local = Date.UTC(
      parts['year']!,
      parts['month']! - 1,
      parts['day'],
      parts['hour'],
      parts['minute'],
      parts['second'],
    );
    return local - Math.floor(utcMs / 1000) * 1000;
  };
}
