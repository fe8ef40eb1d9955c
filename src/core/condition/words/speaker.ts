import { durationParts, momentOf } from '../../trait/index.ts';
import type { CountTest } from '../operators/number.ts';
import { type Dictionary, KNOWN_LABELS } from './dictionary.ts';

/** How a language speaks, and how its numbers and days are written. */
export interface Speaker {
  readonly words: Dictionary;
  number(value: number): string;
  /** A day or an instant as conditions write them. */
  date(text: string): string;
  duration(text: string): string;
  label(path: string): string;
  readonly audienceName: (id: string) => string | undefined;
  readonly traitName: (id: string) => string | undefined;
  readonly purposeName: (key: string) => string | undefined;
}

/** Makes a speaker of a language. */
export function newSpeaker(
  words: Dictionary,
  language: string,
  names: Pick<Speaker, 'audienceName' | 'traitName' | 'purposeName'>,
): Speaker {
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 4 });
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const known: ReadonlySet<string> = new Set(KNOWN_LABELS);
  const { mendDay = (day: string) => day } = words;
  return {
    words,
    ...names,
    number: (value) => numbers.format(value),
    date: (text) => (momentOf(text)?.ms === undefined ? mendDay(days.format(new Date(text))) : text),
    duration: (text) => {
      const { count, unit } = durationParts(text);
      return words.duration(count, unit);
    },
    label: (path) =>
      known.has(path) ? words.labels[path as keyof Dictionary['labels']] : words.otherLabel(plainLabel(path)),
  };
}

/** `firstOrderDate` and `first_order_date` become “first order date”. */
function plainLabel(path: string): string {
  return path
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._]/g, ' ')
    .toLowerCase();
}

/** Templates leave blanks where nothing was to be said. */
export function tidy(text: string): string {
  return text
    .replace(/ {2,}/g, ' ')
    .replace(/ ([,;，；)])/g, '$1')
    .trim();
}

/** A count with its bounds. */
export function sayCount(test: CountTest, words: Dictionary): string {
  return (['exactly', 'atLeast', 'atMost'] as const)
    .flatMap((bound) => (test[bound] === undefined ? [] : [words.count(bound, test[bound])]))
    .join(words.also);
}

/** Whether a count, as it is said, ends with 1: at least 1 line. */
export function endsWithOne({ exactly, atLeast, atMost }: CountTest): boolean {
  return (atMost ?? atLeast ?? exactly) === 1;
}

/** The zone of days, where it is not the usual one. */
export function sayZone(zone: string | undefined, { words }: Speaker): string {
  if (zone === undefined || zone === 'UTC') return '';
  return zone === 'person' ? words.inPersonZone : words.inZone(zone);
}
