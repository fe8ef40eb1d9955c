/** Nothing a retailer imports happened before; an earlier time is a device that lost its clock. */
export const EARLIEST_TIME = Date.UTC(1990, 0, 1);
/** Numbers below are seconds since the epoch, above milliseconds (as milliseconds it is March 1973). */
const MILLISECONDS_FROM = 100_000_000_000;
/** No date of JavaScript is further from the epoch. */
const TIME_MAX = 8_640_000_000_000_000;

/** ISO 8601 as clients write it. Without an offset it is UTC: the zone of our machine must not change what a log says. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;
const EPOCH_TEXT = /^\d{10,13}$/;

/** Reads a time from ISO 8601 text or from a number (s or ms since the epoch), as ms; undefined when it is neither. */
export function parseTime(value: unknown): number | undefined {
  if (typeof value === 'string') return parseText(value);
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const time = Math.round(Math.abs(value) < MILLISECONDS_FROM ? value * 1000 : value);
  return Math.abs(time) <= TIME_MAX ? time : undefined;
}

/**
 * When an event happened, by our clock: Segment's `receivedAt - (sentAt - originalTimestamp)`, so that a sender's wrong
 * clock cancels out however wrong it is. A result before EARLIEST_TIME is not believed: then the sender's own time counts,
 * or else the time of receipt. Nothing happens after it was received.
 */
export function correctTime(
  happened: number | undefined,
  sent: number | undefined,
  received: number,
): number {
  if (happened === undefined) return received;
  let time = sent === undefined ? happened : happened + (received - sent);
  if (time < EARLIEST_TIME) time = happened;
  return time < EARLIEST_TIME || time > received ? received : time;
}

function parseText(text: string): number | undefined {
  // 2026-05-03T10:00:00.000Z, the form of JSON.stringify(new Date()), without a regular expression.
  if (text.length === 24 && text.charCodeAt(23) === 90 && text.charCodeAt(10) === 84) {
    const time = fromParts(
      digits(text, 0, 4),
      digits(text, 5, 7),
      digits(text, 8, 10),
      digits(text, 11, 13),
      digits(text, 14, 16),
      digits(text, 17, 19),
      digits(text, 20, 23),
    );
    if (time !== undefined) return time;
  }
  const match = ISO.exec(text);
  if (!match) return EPOCH_TEXT.test(text) ? parseTime(Number(text)) : undefined;
  const [, year, month, day, hour, minute, second, fraction, offset] = match;
  const ms = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const time = fromParts(
    Number(year),
    Number(month),
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    ms,
  );
  return time === undefined ? undefined : time - offsetMs(offset);
}

function fromParts(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  ms: number,
): number | undefined {
  // Written so that NaN (a character that is no digit) fails too. 60 is the leap second.
  const isDate = year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const isTime = hour <= 24 && minute <= 59 && second <= 60 && ms <= 999;
  return isDate && isTime ? Date.UTC(year, month - 1, day, hour, minute, second, ms) : undefined;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

function offsetMs(offset: string | undefined): number {
  if (offset === undefined || offset === 'Z' || offset === 'z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  const minutes = offset.length > 3 ? Number(offset.slice(-2)) : 0;
  return sign * (Number(offset.slice(1, 3)) * 60 + minutes) * 60_000;
}
