import { emptySeen, type Seen } from './dedupe.ts';

/**
 * A Seen as a text (in UTF-8, as the state takes it), so that the same content gives the same text whatever order the days came in:
 * `day:` then `fingerprint` (9 digits) `place` (difference to the one before, any number of digits) `,` …, days joined
 * by `;`. Digits are base 64, most significant first. About 14 characters a message id, a third of JSON.
 */
export function encodeSeen(seen: Seen): Uint8Array {
  const days = [...seen.days.keys()].sort((a, b) => a - b);
  // Bytes in one buffer: ten times faster than adding up strings (bench/decode).
  const bytes = Buffer.allocUnsafe(seen.count * PAIR_BYTES_MAX + days.length * DAY_BYTES_MAX);
  let at = 0;
  for (const day of days) {
    if (at > 0) bytes[at++] = SEMICOLON;
    at = writeNumber(bytes, at, day);
    bytes[at++] = COLON;
    at = writePairs(bytes, at, seen.days.get(day) as number[]);
  }
  return bytes.subarray(0, at);
}

/** Reads what `encodeSeen` wrote; an empty text is an empty Seen. */
export function decodeSeen(text: string): Seen {
  const seen = emptySeen();
  let at = 0;
  while (at < text.length) {
    const colon = text.indexOf(':', at);
    const semicolon = text.indexOf(';', colon);
    const end = semicolon < 0 ? text.length : semicolon;
    const pairs = decodePairs(text, colon + 1, end);
    seen.days.set(numberOf(text, at, colon), pairs);
    seen.count += pairs.length / 2;
    at = end + 1;
  }
  return seen;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_~';
const VALUES: Uint8Array = valuesOf(DIGITS);
const CODES: Uint8Array = Buffer.from(DIGITS);
const FINGERPRINT_DIGITS = 9; // 54 bits hold the 53 of hash53.
const NUMBER_DIGITS_MAX = 9; // Places are safe integers too.
const PAIR_BYTES_MAX = FINGERPRINT_DIGITS + 1 + NUMBER_DIGITS_MAX + 1;
const DAY_BYTES_MAX = 1 + NUMBER_DIGITS_MAX + 1;
const LOW_BITS = 30; // Five digits; bit operations end at 32.
const MINUS = 45;
const COMMA = 44;
const COLON = 58;
const SEMICOLON = 59;

function writePairs(bytes: Buffer, from: number, pairs: readonly number[]): number {
  let at = from;
  let before = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    at = writeDigits(bytes, at, pairs[i] as number, FINGERPRINT_DIGITS);
    const place = pairs[i + 1] as number;
    if (place < before) bytes[at++] = MINUS;
    at = writeNumber(bytes, at, Math.abs(place - before));
    bytes[at++] = COMMA;
    before = place;
  }
  return at;
}

function writeNumber(bytes: Buffer, at: number, number: number): number {
  let digits = 1;
  for (let bound = 64; bound <= number; bound *= 64) digits++;
  return writeDigits(bytes, at, number, digits);
}

function writeDigits(bytes: Buffer, from: number, number: number, digits: number): number {
  let high = Math.floor(number / 2 ** LOW_BITS);
  let low = number - high * 2 ** LOW_BITS;
  let at = from + digits;
  const lowFrom = Math.max(from, at - LOW_BITS / 6);
  while (at > lowFrom) {
    bytes[--at] = CODES[low & 63] as number;
    low >>>= 6;
  }
  while (at > from) {
    bytes[--at] = CODES[high & 63] as number;
    high >>>= 6;
  }
  return from + digits;
}

function decodePairs(text: string, from: number, end: number): number[] {
  const pairs: number[] = [];
  let place = 0;
  let at = from;
  while (at < end) {
    const fingerprint = numberOf(text, at, at + FINGERPRINT_DIGITS);
    at += FINGERPRINT_DIGITS;
    const isBackwards = text.charCodeAt(at) === MINUS;
    if (isBackwards) at++;
    let step = 0;
    for (let code = text.charCodeAt(at); code !== COMMA && at < end; code = text.charCodeAt(++at)) {
      step = step * 64 + (VALUES[code] as number);
    }
    at++;
    place += isBackwards ? -step : step;
    pairs.push(fingerprint, place);
  }
  return pairs;
}

function numberOf(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) number = number * 64 + (VALUES[text.charCodeAt(i)] as number);
  return number;
}

function valuesOf(digits: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < digits.length; i++) values[digits.charCodeAt(i)] = i;
  return values;
}
