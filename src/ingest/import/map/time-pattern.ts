import { fraction, localTime, offsetMs } from './calendar.ts';
import type { TimeZone } from './time-zone.ts';

interface Parts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  ms: number;
  afternoon: boolean | undefined;
  offset: number | undefined;
}

interface Token {
  readonly pattern: string;
  readonly set: (parts: Parts, text: string) => void;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Two digits of a year up to this are 20xx, above 19xx, as POSIX strptime reads them. */
const SHORT_YEAR_PIVOT = 68;

const month: Token = {
  pattern: '([A-Za-z]{3,9}\\.?)',
  set: (parts, text) => {
    parts.month = MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  },
};
const number = (pattern: string, key: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'): Token => ({
  pattern,
  set: (parts, text) => {
    parts[key] = Number(text);
  },
});
const clockHalf: Token = {
  pattern: '([AaPp])\\.?[Mm]\\.?',
  set: (parts, text) => {
    parts.afternoon = text.toLowerCase() === 'p';
  },
};

const TOKENS: Readonly<Record<string, Token>> = {
  YYYY: number('(\\d{4})', 'year'),
  YY: {
    pattern: '(\\d{2})',
    set: (parts, text) => {
      parts.year = Number(text) + (Number(text) > SHORT_YEAR_PIVOT ? 1900 : 2000);
    },
  },
  MMMM: month,
  MMM: month,
  MM: number('(\\d{2})', 'month'),
  M: number('(\\d{1,2})', 'month'),
  DD: number('(\\d{2})', 'day'),
  D: number('(\\d{1,2})', 'day'),
  HH: number('(\\d{2})', 'hour'),
  H: number('(\\d{1,2})', 'hour'),
  hh: number('(\\d{2})', 'hour'),
  h: number('(\\d{1,2})', 'hour'),
  mm: number('(\\d{2})', 'minute'),
  m: number('(\\d{1,2})', 'minute'),
  ss: number('(\\d{2})', 'second'),
  s: number('(\\d{1,2})', 'second'),
  S: {
    pattern: '(\\d{1,9})',
    set: (parts, text) => {
      parts.ms = fraction(text);
    },
  },
  A: clockHalf,
  a: clockHalf,
  Z: {
    pattern: '(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)',
    set: (parts, text) => {
      parts.offset = offsetMs(text);
    },
  },
};

const SPLIT = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|S+|A|a|Z|./gs;
const PATTERN_CHARACTERS_MAX = 60;

/**
 * Makes a reader from a pattern of the tokens YYYY YY MMMM MMM MM M DD D HH H hh h mm m ss s S A Z; text in [brackets] and
 * all other characters stand for themselves. Undefined when year, month and day are not all there, or a letter means nothing.
 */
export function compilePattern(
  pattern: string,
  zone: TimeZone,
): ((text: string) => number | undefined) | undefined {
  if (pattern.length > PATTERN_CHARACTERS_MAX) return undefined;
  const tokens: Token[] = [];
  let source = '^';
  let seen = '';
  for (const [piece, quoted] of pattern.matchAll(SPLIT)) {
    const token = quoted === undefined ? TOKENS[piece.startsWith('S') ? 'S' : piece] : undefined;
    if (token === undefined && quoted === undefined && /[a-z]/i.test(piece) && piece !== 'T')
      return undefined;
    if (token === undefined) source += (quoted ?? piece).replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
    else {
      source += token.pattern;
      tokens.push(token);
      seen += piece[0];
    }
  }
  if (!seen.includes('Y') || !seen.includes('M') || !seen.includes('D')) return undefined;
  const expression = new RegExp(`${source}$`);
  return (text) => {
    const found = expression.exec(text);
    return found === null ? undefined : toMoment(tokens, found, zone);
  };
}

function toMoment(tokens: readonly Token[], found: RegExpExecArray, zone: TimeZone): number | undefined {
  const parts: Parts = {
    year: 0,
    month: 0,
    day: 0,
    hour: 0,
    minute: 0,
    second: 0,
    ms: 0,
    afternoon: undefined,
    offset: undefined,
  };
  for (let i = 0; i < tokens.length; i++) tokens[i]!.set(parts, found[i + 1]!);
  let hour = parts.hour;
  if (parts.afternoon !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (parts.afternoon ? 12 : 0);
  }
  const local = localTime(parts.year, parts.month, parts.day, hour, parts.minute, parts.second, parts.ms);
  if (local === undefined) return undefined;
  return parts.offset === undefined ? zone.toUtc(local) : local - parts.offset;
}
