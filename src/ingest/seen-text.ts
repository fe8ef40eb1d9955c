import { emptySeen, type Seen } from './dedupe.ts';

/**
 * A Seen as a text, so that the same content gives the same text whatever order the days came in:
 * `day:` then `fingerprint` (9 digits) `place` (difference to the one before, any number of digits) `,` …, days joined
 * by `;`. Digits are base 64, most significant first. About 14 characters a message id, a third of JSON.
 */
export function encodeSeen(seen: Seen): string {
  const days = [...seen.days.keys()].sort((a, b) => a - b);
  return days.map((day) => encodeDay(day, seen.days.get(day) as number[])).join(';');
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
const FINGERPRINT_DIGITS = 9; // 54 bits hold the 53 of hash53.
const MINUS = 45;
const COMMA = 44;

function encodeDay(day: number, pairs: readonly number[]): string {
  let text = `${digitsOf(day)}:`;
  let before = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const place = pairs[i + 1] as number;
    const step = place - before;
    const sign = step < 0 ? '-' : '';
    text += `${digitsOf(pairs[i] as number).padStart(FINGERPRINT_DIGITS, 'A')}${sign}${digitsOf(Math.abs(step))},`;
    before = place;
  }
  return text;
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

function digitsOf(number: number): string {
  let rest = number;
  let text = '';
  do {
    const digit = rest % 64;
    text = DIGITS.charAt(digit) + text;
    rest = (rest - digit) / 64;
  } while (rest > 0);
  return text;
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
