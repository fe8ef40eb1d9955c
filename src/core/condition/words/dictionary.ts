import type { CalendarUnit, DurationUnit } from '../../trait/index.ts';

/** Events with words of their own; all others are named. */
export const KNOWN_EVENTS = [
  'Order Completed',
  'Order Refunded',
  'Order Cancelled',
  'Product Viewed',
  'Product List Viewed',
  'Product Added',
  'Product Removed',
  'Product Added to Wishlist',
  'Product Reviewed',
  'Products Searched',
  'Cart Viewed',
  'Checkout Started',
  'Coupon Applied',
  'Promotion Clicked',
  'Page Viewed',
  'Screen Viewed',
  'Email Opened',
  'Email Link Clicked',
] as const;
export type KnownEvent = (typeof KNOWN_EVENTS)[number];

/** Names of values with a translation; all others are shown as they are written. */
export const KNOWN_LABELS = [
  'category',
  'brand',
  'price',
  'stock',
  'quantity',
  'amount',
  'product_id',
  'name',
  'revenue',
  'currency',
  'coupon',
  'store',
  'channel',
  'source',
  'type',
  'email',
  'phone',
  'city',
  'country',
  'language',
  'gender',
  'age',
  'birthday',
  'loyaltyTier',
  'loyaltyPoints',
] as const;
export type KnownLabel = (typeof KNOWN_LABELS)[number];

/** What somebody did, in templates: `{thing}` is the product, `{when}` how often and when. */
export interface EventWords {
  readonly did: string;
  readonly didThing: string;
  readonly not: string;
  readonly notThing: string;
  /** A plural without an article: purchases. */
  readonly many: string;
  readonly first: string;
  readonly last: string;
  /** Since it last happened. */
  readonly since: string;
}

type Of<Argument> = (label: string, argument: Argument) => string;

/** A length of time in parts. */
export type Span = readonly [count: number, unit: DurationUnit];

/** How each operator is said of a named value. Texts come quoted, numbers and dates formatted. */
export interface TestWords {
  readonly is: Of<string>;
  readonly isNot: Of<string>;
  readonly anyOf: Of<string>;
  readonly noneOf: Of<readonly string[]>;
  readonly starts: Of<string>;
  readonly ends: Of<string>;
  readonly contains: Of<string>;
  readonly lacks: Of<string>;
  readonly like: Of<string>;
  readonly above: Of<string>;
  readonly atLeast: Of<string>;
  readonly below: Of<string>;
  readonly atMost: Of<string>;
  readonly before: Of<string>;
  readonly after: Of<string>;
  readonly on: Of<string>;
  readonly withinLast: Of<Span>;
  readonly withinNext: Of<Span>;
  /** Durations. */
  readonly longerAgo: Of<string>;
  readonly furtherAhead: Of<string>;
  /** Days; 0 is today. */
  readonly anniversaryNext: Of<number>;
  readonly anniversaryLast: Of<number>;
  /** A count: exactly 18, at least 18; and whether it ends with 1. */
  readonly fullYears: Of<readonly [count: string, isOne: boolean]>;
  readonly includes: Of<string>;
  readonly includesAll: Of<readonly string[]>;
  readonly includesNone: Of<readonly string[]>;
  readonly sizeAtLeast: Of<number>;
  readonly sizeAtMost: Of<number>;
  readonly isTrue: (label: string) => string;
  readonly isFalse: (label: string) => string;
  readonly exists: (label: string) => string;
  readonly missing: (label: string) => string;
}

/** Channels and purposes with words of their own; all others are shown as they are written. */
export type KnownChannel = 'email' | 'sms' | 'push' | 'phone' | 'post' | 'any';
export type KnownPurpose =
  | 'marketing'
  | 'service'
  | 'personalization'
  | 'analytics'
  | 'profiling'
  | 'advertising';

/** Everything that a language says. A key that a language lacks is a compile error. */
export interface Dictionary {
  readonly events: Readonly<Record<KnownEvent, EventWords>>;
  readonly anything: EventWords;
  otherEvent(name: string): EventWords;
  readonly labels: Readonly<Record<KnownLabel, string>>;
  /** Any other name of a value. */
  otherLabel(name: string): string;
  readonly test: TestWords;
  /** When something happened: tests of a time that is past. */
  readonly happened: Pick<TestWords, 'before' | 'after' | 'on' | 'withinLast' | 'longerAgo'>;
  readonly channels: Readonly<Record<KnownChannel, string>>;
  readonly purposes: Readonly<Record<KnownPurpose, string>>;

  /** Stands between words. */
  readonly gap: string;
  quote(text: string): string;
  /** Texts of a choice: “a”, “b” or “c”. */
  choice(items: readonly string[]): string;
  /** Join clauses about the person. */
  readonly and: string;
  readonly or: string;
  /** Joins tests of one thing. */
  readonly also: string;
  bracketed(text: string): string;
  /** The opposite of a whole clause. */
  not(clause: string): string;

  /** Products that pass tests. */
  products(tests: string): string;
  /** What the catalogue says now. */
  catalogueNow(label: string): string;
  /** Something done with a thing: purchases of yoga wear. */
  of(phrase: string, thing: string): string;
  /** How often and when, in the order of the language. */
  when(times: string, window: string): string;
  /** Any of several deeds, or none of them, and when. */
  several(clauses: readonly string[], when: string, isNot: boolean): string;

  /** How often something was done; at least, exactly, at most. */
  times(bound: 'exactly' | 'atLeast' | 'atMost', count: number): string;
  timesBetween(least: number, most: number): string;
  /** A bare count with a bound: at least 18. */
  count(bound: 'exactly' | 'atLeast' | 'atMost', count: number): string;
  lines(count: string, isOne: boolean): string;
  /** Mends a day where the usual way to write it is not that of the language. */
  readonly mendDay?: (day: string) => string;

  /** A measure of a value over events: the sum of revenue over purchases in the last 90 days. */
  measure(
    kind:
      | 'sum'
      | 'average'
      | 'minimum'
      | 'maximum'
      | 'first'
      | 'last'
      | 'mostFrequent'
      | 'distinct'
      | 'repeated',
    label: string,
    events: string,
    window: string,
  ): string;
  /** The newest so many values. */
  newest(size: number, label: string, events: string, window: string): string;
  /** How many events, or product lines of them. */
  numberOf(kind: 'times' | 'lines', events: string, window: string): string;
  /** The first or last time that something happened. */
  timeOf(phrase: string, window: string): string;

  duration(count: number, unit: DurationUnit): string;
  inLast(count: number, unit: DurationUnit): string;
  between(from: string | undefined, to: string | undefined): string;
  calendar(unit: CalendarUnit, back: number): string;
  /** Days of a named zone, or of the person's own. */
  inZone(zone: string): string;
  inPersonZone: string;

  /** Joins a step of a sequence to those before. */
  nextStep(clause: string, within: string | undefined, after: string | undefined): string;
  withoutBetween(events: string): string;
  /** What was not done since the last step, or within a while after it. */
  notSince: string;
  notWithinAfter(duration: string): string;
  sequence(steps: string, window: string): string;

  member(audience: string, isNot: boolean): string;
  consent(channel: string, purpose: string, is: 'in' | 'out' | 'unknown', isNot: boolean): string;
  reachable(channel: string, isNot: boolean): string;
  score(name: string): string;
  trait(name: string): string;
  /** Falls into a stretch of a split, in percent. */
  split(name: string, from: number, to: number, isNot: boolean): string;
}
