import type { Event } from '../event.ts';
import type { Json, JsonObject } from '../json.ts';
import {
  addMark,
  type Calendar,
  DAY_MS,
  type Entry,
  listOfEntries,
  type Monoid,
  NEWEST_MAX,
  newestOfEntries,
  numberOf,
  type SinceMark,
  sinceMark,
  tallyOfEntries,
  textOf,
  totalOfEntries,
} from '../trait/index.ts';
import { canonicalMatcher, keyOf } from './canonical.ts';
import { ANYTHING, asksCatalogue, type Matcher, namesOf, type ValueField } from './matcher.ts';
import type { TraitState } from './person-view.ts';
import { compileMatcher, fieldReader, lineReader, productIdOf } from './read-event.ts';

/**
 * What of behaviour is to be remembered: equal specs share one trait. A list keeps what moving windows need, `keptMs` back; a
 * total and a tally sum up from one fixed moment to another, `newest` keeps `keptCount` entries from there; `since` starts anew with
 * every marking event.
 */
export interface TraitSpec {
  readonly did: Matcher;
  readonly form: 'list' | 'newest' | 'total' | 'tally' | 'since';
  /** The value that entries carry; events and lines without it are left out. */
  readonly of?: ValueField;
  readonly as?: 'number' | 'text';
  /** One entry for each fitting product line instead of one for the event. */
  readonly perLine?: true;
  readonly keptMs?: number;
  readonly keptCount?: number;
  readonly from?: number;
  readonly to?: number;
  readonly since?: Matcher;
}

/** A trait of the program: how events go into it. */
export interface TraitPlan {
  /** Short name, the same for the same spec, at any time and on any machine. */
  readonly key: string;
  readonly spec: TraitSpec;
  /** Names of the events that it looks at; ANYTHING when it looks at all interactive ones. */
  readonly names: readonly string[];
  readonly monoid: Monoid<TraitState>;
  /** Whether readings ask the catalogue about the products of the entries. */
  readonly asksCatalogue: boolean;
  /** What the event says to it; undefined when nothing. */
  read(event: Event): TraitEntries | undefined;
  /** Adds what an event said. No earlier moment than `at` will be asked about. */
  put(state: TraitState, said: TraitEntries, at: number): void;
}

/** What an event says to a trait. */
export interface TraitEntries {
  readonly entries: readonly Entry[];
  /** When the window starts anew with it. */
  readonly mark: number | undefined;
}

/**
 * Lists are kept this long, the shortest that is enough: 90-day and 60-day windows then share one list. Beyond the last they
 * are kept for ever.
 */
const KEPT_DAYS = [1, 8, 32, 95, 190, 370, 1_835] as const;

/** How long a list must be kept for a window of this length; undefined for ever. */
export function keptFor(windowMs: number): number | undefined {
  const days = KEPT_DAYS.find((days) => days * DAY_MS >= windowMs);
  return days === undefined ? undefined : days * DAY_MS;
}

/** Plans a trait. */
export function planTrait(given: TraitSpec, calendar: Calendar): TraitPlan {
  const spec: TraitSpec = {
    ...given,
    did: withoutCatalogue(canonicalMatcher(given.did)),
    ...(given.since ? { since: canonicalMatcher(given.since) } : {}),
  };
  const entriesOf = compileEntries(spec, asksCatalogue(given.did), calendar);
  const marker = spec.since && compileMatcher(spec.since, calendar);
  const monoid = monoidOf(spec);
  return {
    key: keyOf({ ...spec, product: asksCatalogue(given.did) || undefined }),
    spec,
    names: [...new Set([...namesOf(spec.did), ...(spec.since ? namesOf(spec.since) : [])])],
    monoid,
    asksCatalogue: asksCatalogue(given.did),
    read(event) {
      const entries = entriesOf(event);
      const mark = marker?.fits(event) ? event.time : undefined;
      return entries.length > 0 || mark !== undefined ? { entries, mark } : undefined;
    },
    put(state, { entries, mark }, at) {
      for (const entry of entries) monoid.add(state, entry, at);
      if (mark !== undefined) addMark(state as SinceMark, mark);
      monoid.settle(state, at);
    },
  };
}

/** What the catalogue says now is asked when the trait is read, so it is no part of what is collected. */
function withoutCatalogue(matcher: Matcher): Matcher {
  if (!asksCatalogue(matcher)) return matcher;
  const { products = [], ...rest } = matcher;
  // A line is still asked for, even when only the catalogue says which: the list stays, if empty.
  return { ...rest, products: products.filter((filter) => !('catalogue' in filter)) };
}

function monoidOf(spec: TraitSpec): Monoid<TraitState> {
  const monoids = {
    list: listOfEntries(spec.keptMs),
    newest: newestOfEntries(spec.keptCount ?? NEWEST_MAX),
    total: totalOfEntries,
    tally: tallyOfEntries,
    since: sinceMark,
  };
  return monoids[spec.form] as Monoid<TraitState>;
}

const NO_ENTRIES: readonly Entry[] = [];

/** Compiles what an event contributes. */
function compileEntries(
  spec: TraitSpec,
  withProduct: boolean,
  calendar: Calendar,
): (event: Event) => readonly Entry[] {
  const matcher = compileMatcher(spec.did, calendar);
  const { of, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = spec;
  const typed = (value: Json | undefined) => (spec.as === 'number' ? numberOf(value) : textOf(value));
  const ofLine = of && 'product' in of ? lineReader(of.product) : undefined;
  const ofEvent = of && !('product' in of) ? fieldReader(of) : undefined;
  const entryOf = (event: Event, line: JsonObject | undefined): Entry | undefined => {
    const value = ofLine && line ? typed(ofLine(line)) : ofEvent ? typed(ofEvent(event)) : undefined;
    if (of && value === undefined) return undefined;
    const product = withProduct && line ? (productIdOf(line) ?? '') : undefined;
    return { time: event.time, value, product };
  };
  return (event) => {
    if (event.time < from || event.time >= to || !matcher.fits(event)) return NO_ENTRIES;
    if (spec.perLine) return matcher.linesOf(event).flatMap((line) => entryOf(event, line) ?? []);
    const entry = entryOf(event, undefined);
    return entry ? [entry] : NO_ENTRIES;
  };
}

/** Traits by the name of the events that they look at, so that an event touches only those that name it. */
export interface TraitIndex {
  /** The traits that an event with this name goes into; `interactive` adds those that look at anything. */
  touchedBy(name: string, interactive: boolean): readonly TraitPlan[];
}

/** Builds the index. A plan that comes twice is kept once. */
export function indexTraits(plans: Iterable<TraitPlan>): TraitIndex {
  const byName = new Map<string, Map<string, TraitPlan>>();
  for (const plan of plans)
    for (const name of plan.names) {
      const known = byName.get(name) ?? new Map<string, TraitPlan>();
      byName.set(name, known.set(plan.key, plan));
    }
  const anything = byName.get(ANYTHING) ?? new Map<string, TraitPlan>();
  const others = [...anything.values()];
  const none: readonly TraitPlan[] = [];
  // A program is made anew with each change of definitions, and most of its names never come before the next one.
  const named = new Map<string, readonly TraitPlan[]>();
  const interactive = new Map<string, readonly TraitPlan[]>();
  return {
    touchedBy(name, isInteractive) {
      const known = (isInteractive ? interactive : named).get(name);
      if (known) return known;
      const plans = byName.get(name);
      if (!plans) return isInteractive ? others : none;
      const found = [...new Set(isInteractive ? [...plans.values(), ...others] : plans.values())];
      (isInteractive ? interactive : named).set(name, found);
      return found;
    },
  };
}
