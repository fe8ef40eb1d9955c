import { durationParts } from '../../trait/index.ts';
import type { DateTest } from '../operators/date.ts';
import type { ValueTest } from '../operators/kinds.ts';
import type { Dictionary, Span } from './dictionary.ts';
import { endsWithOne, type Speaker, sayCount, sayZone } from './speaker.ts';

/** A test of a named value in words; several operators are joined. */
export function sayTest(test: ValueTest, label: string, speaker: Speaker): string {
  const { words } = speaker;
  const clauses = [
    ...sayText(test.text, label, speaker),
    ...sayNumber(test.number, label, speaker),
    ...sayDate(test.date, label, speaker),
    ...sayList(test.list, label, speaker),
    ...(test.truth === undefined ? [] : [test.truth ? words.test.isTrue(label) : words.test.isFalse(label)]),
    ...(test.exists === undefined
      ? []
      : [test.exists ? words.test.exists(label) : words.test.missing(label)]),
  ];
  return clauses.join(words.also);
}

function sayText(test: ValueTest['text'], label: string, { words }: Speaker): string[] {
  if (!test) return [];
  const { anyOf, noneOf } = test;
  const single = ['is', 'isNot', 'starts', 'ends', 'contains', 'lacks', 'like'] as const;
  const many = (values: readonly string[]): string => words.choice(values.map(words.quote));
  return [
    ...single.flatMap((operator) => {
      const value = test[operator];
      return value === undefined ? [] : [words.test[operator](label, words.quote(value))];
    }),
    ...(anyOf ? [words.test.anyOf(label, many(anyOf))] : []),
    ...(noneOf ? [words.test.noneOf(label, noneOf.map(words.quote))] : []),
  ];
}

function sayNumber(test: ValueTest['number'], label: string, { words, number }: Speaker): string[] {
  if (!test) return [];
  return (['is', 'isNot', 'above', 'atLeast', 'below', 'atMost'] as const).flatMap((operator) => {
    const value = test[operator];
    return value === undefined ? [] : [words.test[operator](label, number(value))];
  });
}

function sayDate(test: ValueTest['date'], label: string, speaker: Speaker): string[] {
  if (!test) return [];
  const { words, date, duration } = speaker;
  const { anniversary, fullYears } = test;
  const clauses = [
    ...(['before', 'after', 'on'] as const).flatMap((operator) => {
      const value = test[operator];
      return value === undefined ? [] : [words.test[operator](label, date(value))];
    }),
    ...(['withinLast', 'withinNext'] as const).flatMap((operator) => {
      const value = test[operator];
      return value === undefined ? [] : [words.test[operator](label, spanOf(value))];
    }),
    ...(['longerAgo', 'furtherAhead'] as const).flatMap((operator) => {
      const value = test[operator];
      return value === undefined ? [] : [words.test[operator](label, duration(value))];
    }),
    ...(anniversary ? [sayAnniversary(anniversary, label, words)] : []),
    ...(fullYears ? [words.test.fullYears(label, [sayCount(fullYears, words), endsWithOne(fullYears)])] : []),
  ];
  const zone = sayZone(test.timeZone, speaker);
  return zone === '' ? clauses : [`${clauses.join(words.also)}${words.gap}${zone}`];
}

/** Days before and after it are one stretch: in it is who is on one side or the other. */
function sayAnniversary(
  { next, last }: NonNullable<DateTest['anniversary']>,
  label: string,
  words: Dictionary,
): string {
  const sides = [
    ...(next === undefined ? [] : [words.test.anniversaryNext(label, next)]),
    ...(last === undefined ? [] : [words.test.anniversaryLast(label, last)]),
  ];
  return sides.length === 1 ? sides.join('') : words.bracketed(words.choice(sides));
}

function spanOf(duration: string): Span {
  const { count, unit } = durationParts(duration);
  return [count, unit];
}

/** A test of when something happened. */
export function sayHappened(test: DateTest, label: string, speaker: Speaker): string {
  const { words } = speaker;
  const past = { ...words, test: { ...words.test, ...words.happened } };
  return sayTest({ date: test }, label, { ...speaker, words: past });
}

function sayList(test: ValueTest['list'], label: string, { words }: Speaker): string[] {
  if (!test) return [];
  const { includes, includesAll, includesNone, sizeAtLeast, sizeAtMost } = test;
  const quoted = (values: readonly string[]): string[] => values.map(words.quote);
  return [
    ...(includes ? [words.test.includes(label, words.choice(quoted(includes)))] : []),
    ...(includesAll ? [words.test.includesAll(label, quoted(includesAll))] : []),
    ...(includesNone ? [words.test.includesNone(label, quoted(includesNone))] : []),
    ...(sizeAtLeast === undefined ? [] : [words.test.sizeAtLeast(label, sizeAtLeast)]),
    ...(sizeAtMost === undefined ? [] : [words.test.sizeAtMost(label, sizeAtMost)]),
  ];
}
