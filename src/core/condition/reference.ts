import { type Event, INTERACTIVE_CHANNELS } from '../event.ts';
import type { Json, JsonObject } from '../json.ts';
import {
  type Calendar,
  compareText,
  DAY_MS,
  durationMs,
  type Measured,
  momentOf,
  numberOf,
  SCALE,
  textOf,
} from '../trait/index.ts';
import type { BehaviourCondition, Condition, SequenceCondition, TraitCondition } from './condition.ts';
import { PURPOSE_DEFAULT } from './facts.ts';
import {
  ANYTHING,
  asksCatalogue,
  type EventFilter,
  type Matcher,
  namesOf,
  type ProductFilter,
  type ValueField,
} from './matcher.ts';
import { type MeasureKey, measureKey, NEWEST_DEFAULT } from './measure-keys.ts';
import type { DateTest } from './operators/date.ts';
import { dateCheck } from './operators/date-check.ts';
import { listHolds } from './operators/list.ts';
import { compares, countComparisons, numberComparisons } from './operators/number.ts';
import { valueCheck } from './operators/value-check.ts';
import { type AudienceResolver, latestScore, listMembership, reachability } from './parts/member.ts';
import { bucketOf, bucketsOf } from './parts/split.ts';
import { keysOf, readPath } from './path.ts';
import { type Catalogue, type PersonView, zoneOf } from './person-view.ts';
import { allLines, lineReader, productIdOf } from './read-event.ts';
import { isCount, type TraitResolver, traitOf } from './trait-question.ts';
import type { ConditionWindow } from './window.ts';

/** Everything that is known of a person, in whatever order it arrived. */
export interface History extends Pick<PersonView, 'id' | 'attribute' | 'consent'> {
  readonly events: readonly Event[];
}

/** What is around a condition when it is read the slow and obvious way. */
export interface ReferenceSurroundings {
  readonly audiences: AudienceResolver;
  readonly traits?: TraitResolver;
  readonly catalogue: Catalogue;
  readonly calendar: Calendar;
}

/**
 * The meaning of the language, as plainly as it can be said: whether a condition is true of a person at a moment, over everything
 * that happened until then. Slow. The compiled closures and the SQL are held to it by a property test.
 */
export function holdsByReference(
  condition: Condition,
  history: History,
  at: number,
  around: ReferenceSurroundings,
): boolean {
  const holds = (part: Condition): boolean => holdsByReference(part, history, at, around);
  const zone = zoneOf({ ...history, trait: () => undefined });
  if ('all' in condition) return condition.all.every(holds);
  if ('any' in condition) return condition.any.some(holds);
  if ('not' in condition) return !holds(condition.not);
  if ('attribute' in condition) {
    const [name = '', ...keys] = keysOf(condition.attribute);
    return valueCheck(condition, around.calendar).holds(readPath(history.attribute(name), keys), at, zone);
  }
  if ('consent' in condition) {
    const { channel, purpose = PURPOSE_DEFAULT } = condition.consent;
    return (history.consent(channel, purpose) ?? 'unknown') === condition.is;
  }
  if ('member' in condition) {
    const audience = around.audiences(condition.member);
    return audience && 'condition' in audience ? holds(audience.condition) : holds(listMembership(condition));
  }
  if ('reachable' in condition) return holds(reachability(condition));
  if ('score' in condition) return holds(latestScore(condition));
  if ('split' in condition) {
    const [first, end] = bucketsOf(condition);
    const bucket = bucketOf(`${condition.split}:${history.id}`);
    return bucket >= first && bucket < end;
  }
  const past = history.events.filter((event) => event.time <= at);
  if ('trait' in condition) return traitHolds(condition, past, at, zone, around);
  return 'sequence' in condition
    ? sequenceHolds(condition, past, at, zone, around)
    : behaviourHolds(condition, past, at, zone, around);
}

/** One fitting event, or one fitting line of it. */
interface Hit {
  readonly event: Event;
  readonly line: JsonObject | undefined;
}

/** What is measured of behaviour; `asNumber` tells how a first or last value is read. */
interface Asked {
  readonly did: Matcher;
  readonly in?: ConditionWindow | undefined;
  readonly key: MeasureKey;
  readonly of?: ValueField | undefined;
  readonly asNumber?: boolean;
  readonly size?: number | undefined;
}

function behaviourHolds(
  condition: BehaviourCondition,
  past: readonly Event[],
  at: number,
  zone: string,
  around: ReferenceSurroundings,
): boolean {
  const key = measureKey(condition);
  const measure = condition[key];
  const of = measure && 'of' in measure ? measure.of : undefined;
  const asNumber = condition.first?.number !== undefined || condition.last?.number !== undefined;
  const size = condition.newest?.size;
  const value = measured(
    { did: condition.did, in: condition.in, key, of, asNumber, size },
    past,
    at,
    zone,
    around,
  );
  switch (key) {
    case 'times':
    case 'lines':
      return compares(countComparisons(condition[key] ?? { atLeast: 1 }), value as number);
    case 'distinct':
    case 'repeated': {
      const { of, ...test } = condition[key]!;
      return compares(countComparisons(test), value as number);
    }
    case 'sum':
    case 'average':
    case 'minimum':
    case 'maximum': {
      const { of, ...test } = condition[key]!;
      return compares(numberComparisons(test), value as number | undefined);
    }
    case 'firstTime':
    case 'lastTime':
      return timeHolds(condition[key]!, value, at, zone, around);
    case 'mostFrequent':
      return valueCheck({ text: condition.mostFrequent!.text }, around.calendar).holds(value, at, zone);
    case 'newest':
      return listHolds(condition.newest!.list, value as readonly string[]);
    case 'first':
    case 'last': {
      const { of, ...test } = condition[key]!;
      if (test.number) return compares(numberComparisons(test.number), value as number | undefined);
      return valueCheck(test, around.calendar).holds(value, at, zone);
    }
  }
}

function timeHolds(
  test: DateTest,
  time: Measured,
  at: number,
  zone: string,
  { calendar }: ReferenceSurroundings,
): boolean {
  const moment = typeof time === 'number' ? { day: Math.floor(time / DAY_MS), ms: time } : undefined;
  return dateCheck(test, calendar).holds(moment, at, zone);
}

/** Whether the value of a trait passes a test; counts are compared with fractions too. */
function traitHolds(
  condition: TraitCondition,
  past: readonly Event[],
  at: number,
  zone: string,
  around: ReferenceSurroundings,
): boolean {
  const { trait: _, ...test } = condition;
  const { measure: key, as, ...trait } = traitOf(condition, around.traits ?? (() => undefined));
  const value = measured({ ...trait, key, asNumber: as === 'number' }, past, at, zone, around);
  if (test.exists !== undefined) return (value !== undefined) === test.exists;
  if (test.number) {
    const number = value as number | undefined;
    const isWhole = number !== undefined && isCount(key);
    return compares(numberComparisons(test.number), isWhole ? number * SCALE : number);
  }
  if (key === 'firstTime' || key === 'lastTime') return timeHolds(test.date!, value, at, zone, around);
  return valueCheck(test, around.calendar).holds(value, at, zone);
}

/** Counts as they are, numbers in ten-thousandths, times in ms. */
function measured(
  asked: Asked,
  past: readonly Event[],
  at: number,
  zone: string,
  around: ReferenceSurroundings,
): Measured {
  const { did, key, of } = asked;
  const perLine = key === 'lines' || asksCatalogue(did) || (of !== undefined && 'product' in of);
  const inWindow = windowTest(asked.in, past, at, zone, around);
  const hits = past
    .filter((event) => inWindow(event.time))
    .flatMap((event) => hitsOf(did, event, perLine, around));
  const times = hits.map((hit) => hit.event.time);
  switch (key) {
    case 'times':
    case 'lines':
      return hits.length;
    case 'distinct':
      return new Set(textsOf(hits, of!).map(([, text]) => text)).size;
    case 'repeated':
      return countedOf(textsOf(hits, of!))[0]?.count ?? 0;
    case 'sum':
    case 'average':
    case 'minimum':
    case 'maximum':
      return aggregate(key, numbersOf(hits, of!));
    case 'firstTime':
      return hits.length === 0 ? undefined : Math.min(...times);
    case 'lastTime':
      return hits.length === 0 ? undefined : Math.max(...times);
    case 'mostFrequent':
      return countedOf(textsOf(hits, of!))[0]?.text;
    case 'newest':
      return inOrder(textsOf(hits, of!))
        .map(([, text]) => text)
        .reverse()
        .slice(0, asked.size ?? NEWEST_DEFAULT);
    case 'first':
    case 'last':
      return asked.asNumber ? edge(key, numberTimes(hits, of!)) : edge(key, textsOf(hits, of!));
  }
}

/** Whether a time lies in the window as it stands at the moment. */
function windowTest(
  window: ConditionWindow | undefined,
  past: readonly Event[],
  at: number,
  zone: string,
  around: ReferenceSurroundings,
): (time: number) => boolean {
  if (!window) return () => true;
  if ('last' in window) return (time) => time > at - durationMs(window.last);
  if ('since' in window) {
    const marks = past.filter((event) => hitsOf(window.since, event, false, around).length > 0);
    return (time) => marks.length > 0 && time > Math.max(...marks.map((event) => event.time));
  }
  const { calendar } = around;
  if ('calendar' in window) {
    const { calendar: unit, back = 0 } = window;
    const its = window.timeZone === 'person' ? zone : (window.timeZone ?? 'UTC');
    const start = calendar.unitStart(its, unit, at, -back);
    const end = calendar.unitStart(its, unit, at, 1 - back);
    return (time) => time >= start && time < end;
  }
  const { from, to, timeZone = 'UTC' } = window;
  const day = (text: string): number => momentOf(text)!.day;
  const instant = (text: string): number | undefined => momentOf(text)!.ms;
  const start = from === undefined ? -Infinity : (instant(from) ?? calendar.startOfDay(timeZone, day(from)));
  const end = to === undefined ? Infinity : (instant(to) ?? calendar.startOfDay(timeZone, day(to) + 1));
  return (time) => time >= start && time < end;
}

/** What of an event fits a matcher: its fitting lines, or the event once when whole events count. */
function hitsOf(matcher: Matcher, event: Event, perLine: boolean, around: ReferenceSurroundings): Hit[] {
  const names = namesOf(matcher);
  const isNamed =
    names.includes(event.name) || (names.includes(ANYTHING) && INTERACTIVE_CHANNELS.has(event.channel));
  if (!isNamed || !(matcher.where ?? []).every((filter) => eventFits(filter, event, around))) return [];
  const lines = allLines(event.properties).filter((line) =>
    (matcher.products ?? []).every((filter) => lineFits(filter, line, around)),
  );
  if (matcher.products && lines.length === 0) return [];
  return perLine ? lines.map((line) => ({ event, line })) : [{ event, line: undefined }];
}

function eventFits(filter: EventFilter, event: Event, { calendar }: ReferenceSurroundings): boolean {
  if ('origin' in filter)
    return valueCheck({ text: filter.text }, calendar).holds(event[filter.origin], 0, 'UTC');
  const value =
    'context' in filter
      ? readPath(event.context, keysOf(filter.context))
      : readPath(event.properties, keysOf(filter.property));
  return valueCheck(filter, calendar).holds(value, 0, 'UTC');
}

function lineFits(filter: ProductFilter, line: JsonObject, around: ReferenceSurroundings): boolean {
  const value =
    'catalogue' in filter
      ? around.catalogue(productIdOf(line) ?? '')?.[filter.catalogue]
      : lineReader(filter.product)(line);
  return valueCheck(filter, around.calendar).holds(value, 0, 'UTC');
}

/** The value of a field for each hit. */
function valuesOf(hits: readonly Hit[], of: ValueField): [time: number, value: Json | undefined][] {
  return hits.map(({ event, line }) => {
    if ('product' in of) return [event.time, line && lineReader(of.product)(line)];
    if ('origin' in of) return [event.time, event[of.origin]];
    if ('context' in of) return [event.time, readPath(event.context, keysOf(of.context))];
    return [event.time, readPath(event.properties, keysOf(of.property))];
  });
}

function textsOf(hits: readonly Hit[], of: ValueField): [time: number, text: string][] {
  return valuesOf(hits, of).flatMap(([time, value]) => {
    const text = textOf(value);
    return text === undefined ? [] : [[time, text] as [number, string]];
  });
}

function numberTimes(hits: readonly Hit[], of: ValueField): [time: number, number: number][] {
  return valuesOf(hits, of).flatMap(([time, value]) => {
    const number = numberOf(value);
    return number === undefined ? [] : [[time, number] as [number, number]];
  });
}

function numbersOf(hits: readonly Hit[], of: ValueField): number[] {
  return numberTimes(hits, of).map(([, number]) => number);
}

/** The sum of nothing is 0; nothing has no average, no least and no greatest. */
function aggregate(
  key: 'sum' | 'average' | 'minimum' | 'maximum',
  numbers: readonly number[],
): number | undefined {
  const sum = numbers.reduce((total, number) => total + number, 0);
  if (key === 'sum') return sum;
  if (numbers.length === 0) return undefined;
  if (key === 'average') return sum / numbers.length;
  return key === 'minimum' ? Math.min(...numbers) : Math.max(...numbers);
}

/** The first or last value; at the same time the least is first and the greatest is last. */
function edge<V extends number | string>(
  key: 'first' | 'last',
  values: readonly [number, V][],
): V | undefined {
  const sorted = inOrder(values);
  return (key === 'first' ? sorted[0] : sorted.at(-1))?.[1];
}

/** By time; at the same time the least is first. */
function inOrder<V extends number | string>(values: readonly [number, V][]): [number, V][] {
  return [...values].sort(
    ([timeA, a], [timeB, b]) =>
      timeA - timeB || (typeof a === 'number' ? a - Number(b) : compareText(a, String(b))),
  );
}

/** Texts with how often they came, most often first; of several the one that came last, then the first in the alphabet. */
function countedOf(texts: readonly [number, string][]): { text: string; count: number }[] {
  const counted = [...new Set(texts.map(([, text]) => text))].map((text) => {
    const times = texts.filter(([, other]) => other === text).map(([time]) => time);
    return { text, count: times.length, last: Math.max(...times) };
  });
  return counted.sort((a, b) => b.count - a.count || b.last - a.last || compareText(a.text, b.text));
}

function sequenceHolds(
  condition: SequenceCondition,
  past: readonly Event[],
  at: number,
  zone: string,
  around: ReferenceSurroundings,
): boolean {
  const inWindow = windowTest(condition.in, past, at, zone, around);
  const timesOf = (matcher: Matcher): number[] =>
    past.filter((event) => hitsOf(matcher, event, false, around).length > 0).map((event) => event.time);
  const { afterwards } = condition;
  const forbidden = (afterwards?.without ?? []).flatMap(timesOf);
  const quietMs = afterwards?.for === undefined ? undefined : durationMs(afterwards.for);
  const steps = condition.sequence.map(({ did, within, after, without = [] }) => ({
    times: timesOf(did).filter(inWindow),
    within: within === undefined ? Infinity : durationMs(within),
    after: after === undefined ? 1 : durationMs(after),
    without: without.flatMap(timesOf),
  }));

  /** Whether the steps from one on can be done after the step before it was done at a time. */
  const canGoOn = (next: number, before: number): boolean => {
    const step = steps[next];
    if (!step) return staysQuiet(before);
    return step.times.some((time) => {
      const gap = time - before;
      const fits = next === 0 || (gap > 0 && gap >= step.after && gap <= step.within);
      const isClean = next === 0 || !step.without.some((other) => other > before && other < time);
      return fits && isClean && canGoOn(next + 1, time);
    });
  };
  const staysQuiet = (end: number): boolean => {
    const until = quietMs === undefined ? at : end + quietMs;
    return !afterwards || (until <= at && !forbidden.some((time) => time > end && time <= until));
  };
  return canGoOn(0, 0);
}
