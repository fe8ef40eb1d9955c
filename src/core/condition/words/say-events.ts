import { durationParts } from '../../trait/index.ts';
import { ANYTHING, namesOf } from '../event-names.ts';
import type { EventFilter, Matcher, ProductFilter } from '../matcher.ts';
import type { ConditionWindow } from '../window.ts';
import { type Dictionary, type EventWords, KNOWN_EVENTS } from './dictionary.ts';
import { sayTest } from './say-test.ts';
import { type Speaker, sayZone, tidy } from './speaker.ts';

/** What was done, in one clause. */
export function sayDid(
  matcher: Matcher,
  often: string,
  window: string,
  speaker: Speaker,
  isNot: boolean,
): string {
  const { words } = speaker;
  const thing = sayThing(matcher.products, speaker);
  const when = words.when(often, window).trim();
  const events = eventsOf(matcher, words);
  const clauseOf = (event: EventWords, when: string): string => {
    const template = thing ? (isNot ? event.notThing : event.didThing) : isNot ? event.not : event.did;
    return tidy(template.replace('{thing}', () => thing).replace('{when}', () => when));
  };
  const [first] = events;
  const clause =
    events.length === 1 && first
      ? clauseOf(first, when)
      : words.several(
          events.map((event) => clauseOf(event, '')),
          when,
          isNot,
        );
  return glue(words, tidy(clause), sayFilters(matcher.where, speaker));
}

/** Joins what is there. */
function glue({ gap }: Dictionary, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(gap);
}

function eventsOf(matcher: Matcher, words: Dictionary): EventWords[] {
  return namesOf(matcher).map((name) => {
    if (name === ANYTHING) return words.anything;
    const known = KNOWN_EVENTS.find((event) => event === name);
    return known ? words.events[known] : words.otherEvent(name);
  });
}

/** The events as a noun: purchases of yoga wear. */
export function sayEvents(
  matcher: Matcher,
  of: 'many' | 'first' | 'last' | 'since',
  speaker: Speaker,
): string {
  const { words } = speaker;
  const thing = sayThing(matcher.products, speaker);
  const nouns = eventsOf(matcher, words).map((event) => (thing ? words.of(event[of], thing) : event[of]));
  return glue(words, words.choice(nouns), sayFilters(matcher.where, speaker));
}

/** The products meant: by the name of their category, brand or name alone, else by all tests. */
function sayThing(filters: readonly ProductFilter[] | undefined, speaker: Speaker): string {
  if (!filters || filters.length === 0) return '';
  const [only] = filters;
  if (
    filters.length === 1 &&
    only?.text &&
    !('catalogue' in only) &&
    ['category', 'brand', 'name'].includes(only.product)
  ) {
    const { is, anyOf, ...others } = only.text;
    const names = is === undefined ? anyOf : anyOf ? undefined : [is];
    if (names && Object.keys(others).length === 0) return speaker.words.choice(names);
  }
  const tests = filters.map((filter) => {
    const label = speaker.label('catalogue' in filter ? filter.catalogue : filter.product);
    return sayTest(filter, 'catalogue' in filter ? speaker.words.catalogueNow(label) : label, speaker);
  });
  return speaker.words.products(tests.join(speaker.words.also));
}

function sayFilters(filters: readonly EventFilter[] | undefined, speaker: Speaker): string {
  if (!filters || filters.length === 0) return '';
  const tests = filters.map((filter) =>
    sayTest(
      filter,
      speaker.label(
        'origin' in filter ? filter.origin : 'context' in filter ? filter.context : filter.property,
      ),
      speaker,
    ),
  );
  return speaker.words.bracketed(tests.join(speaker.words.also));
}

/** A stretch of time. */
export function sayWindow(window: ConditionWindow | undefined, speaker: Speaker): string {
  const { words, date } = speaker;
  if (!window) return '';
  if ('last' in window) {
    const { count, unit } = durationParts(window.last);
    return words.inLast(count, unit);
  }
  if ('since' in window) return tidy(sayEvents(window.since, 'since', speaker));
  const zone = sayZone(window.timeZone, speaker);
  if ('calendar' in window) return glue(words, words.calendar(window.calendar, window.back ?? 0), zone);
  return glue(words, words.between(window.from && date(window.from), window.to && date(window.to)), zone);
}
