import fc from 'fast-check';
import type { Channel, Event, EventType } from '../event.ts';
import type { Json, JsonObject } from '../json.ts';
import type { ComputedTrait } from './computed-schema.ts';
import type { BehaviourCondition, Condition, TraitCondition } from './condition.ts';
import { LIST_CHANGED, LISTED_FOR_EVER, NOT_LISTED, REACHABILITY_CHANGED, SCORE_COMPUTED } from './facts.ts';
import type { EventFilter, Matcher, ProductFilter, ValueField } from './matcher.ts';
import type { MeasureKey } from './measure-keys.ts';
import type { DateTest } from './operators/date.ts';
import type { CatalogueProduct } from './person-view.ts';

/** Small vocabularies on a coarse grid of time: so that conditions and histories meet, and boundaries are hit exactly. */
const HOUR_MS = 3_600_000;
export const GRID_MS = 2 * HOUR_MS;
/** Saturday noon before Swiss clocks go back, so that days of 25 hours are among the cases. */
export const START_MS = Date.UTC(2026, 9, 24, 12);
/** Histories span three days. */
const GRID_STEPS = 36;

const NAMES = ['Product Viewed', 'Product Added', 'Order Completed', 'Shop Visited'] as const;
const TEXTS = ['yoga', 'Yoga', 'run', 'ä', '𝒳', '5', '1.5', 'true', 'a"b\\c/d', '日本'] as const;
const PRODUCTS = ['p1', 'p2', 'p3', '5'] as const;
const ZONES = ['UTC', 'Europe/Zurich', 'America/New_York', 'Asia/Kathmandu', 'person'] as const;
const AUDIENCE = 'list-1';
const DAYS = [
  '2026-10-24',
  '2026-10-25',
  '2026-10-26',
  '2026-10-27',
  '1992-02-29',
  '2025-10-26',
  '2024-02-29',
];
const INSTANTS = [
  '2026-10-24T22:00:00Z',
  '2026-10-25T10:30:00+02:00',
  '2026-10-26T00:00Z',
  '2026-10-25T09:15:00.5Z',
];

export const CATALOGUE: Readonly<Record<string, CatalogueProduct>> = {
  p1: { category: 'yoga', brand: 'run', price: 12.5, stock: 0 },
  p2: { category: 'run', price: 80, stock: 7 },
  '5': { category: 'Yoga', brand: 'ä', stock: 3 },
};

const pick = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Few texts most of the time, so that they meet and come equally often. */
const text = fc.oneof(
  { weight: 3, arbitrary: pick('yoga', 'run') },
  { weight: 2, arbitrary: pick(...TEXTS) },
);

/** A value as clients send them: right, of the wrong type, empty, missing. */
const messyText = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 1, arbitrary: pick<Json>(5, 1.5, true, false, '', null, 0.1, -3, 1e21) },
  { weight: 1, arbitrary: pick<Json>(['yoga', 'run'], ['run'], [], {}, { a: 1 }) },
);
const messyNumber = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -2, max: 12 }).map((n) => n * 12.25) },
  {
    weight: 2,
    arbitrary: pick<Json>('24.5', '12.25', 'abc', '', null, '1e3', true, 0.1, 99.99, 1e12, '0x10'),
  },
);
const messyDate = fc.oneof(
  { weight: 4, arbitrary: pick(...DAYS, ...INSTANTS) },
  {
    weight: 1,
    arbitrary: pick<Json>('2026-02-30', '1850-01-01', 'soon', '', null, 5, '2026-10-26T00:00', '2026-13-01'),
  },
);

const line = fc.record(
  {
    product_id: pick<Json>(...PRODUCTS, 5, null, ''),
    sku: pick<Json>(...PRODUCTS, true),
    brand: messyText,
    category: messyText,
    price: messyNumber,
    quantity: pick<number | string>(1, 2, 3, '2', 'two', 0.5),
  },
  { requiredKeys: [] },
);

const properties: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      category: messyText,
      'gift wrap': fc.oneof(messyText, messyDate),
      revenue: messyNumber,
      due: messyDate,
      store: fc.record({ city: messyText }),
      tags: fc.array(pick(...TEXTS), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  )
  .chain((own) =>
    fc.oneof(
      fc.constant(own),
      line.map((line) => ({ ...line, ...own })),
      fc.array(line, { maxLength: 3 }).map((products) => ({ ...own, products })),
      fc.constant({ ...own, products: [null, 'x', 3] }),
    ),
  );

const attributes = fc.record(
  {
    city: messyText,
    points: messyNumber,
    born: messyDate,
    tags: fc.array(pick(...TEXTS), { maxLength: 3 }),
    address: fc.record({ zip: messyText }),
    timezone: pick('Europe/Zurich', 'America/New_York', 'Nowhere', null),
  },
  { requiredKeys: [] },
);

const state = pick<string | boolean>('in', 'out', true, false, 'maybe');
const consentProperties = fc.record(
  { channel: pick('email', 'sms', 'any'), purpose: pick('marketing', 'service'), state },
  { requiredKeys: ['state'] },
);

/** What an event is about, without its time and place. */
const kind: fc.Arbitrary<{ type: EventType; name: string; properties: JsonObject }> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({ name: pick(...NAMES), properties })
      .map(({ name, properties }) => track(name, properties)),
  },
  {
    weight: 2,
    arbitrary: attributes.map(
      (properties) => ({ type: 'identify', name: 'Identified', properties }) as const,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.oneof(
      consentProperties.map((properties) => track('Consent Updated', properties)),
      fc.array(consentProperties, { maxLength: 2 }).map((consents) => track('Consent Updated', { consents })),
      pick('Subscribed', 'Unsubscribed').map((name) => track(name, {})),
      pick(NOT_LISTED, LISTED_FOR_EVER, ...INSTANTS).map((until) =>
        track(LIST_CHANGED, { audience: AUDIENCE, until }),
      ),
      pick<Json>(true, false, 'true').map((reachable) =>
        track(REACHABILITY_CHANGED, { channel: 'email', reachable }),
      ),
      fc.nat(10).map((n) => track(SCORE_COMPUTED, { score: 'churn', value: n / 10 })),
      pick('bronze', 'gold').map((tier) => track('Shop Visited', { loyalty: { tier, points: 10 } })),
    ),
  },
);

function track(
  name: string,
  properties: JsonObject,
): { type: EventType; name: string; properties: JsonObject } {
  return { type: 'track', name, properties };
}

const context = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: messyText.map((name) => ({ campaign: { name } })) },
  {
    weight: 1,
    arbitrary: pick(true, false).map((marketing) => ({ consent: { categoryPreferences: { marketing } } })),
  },
);

const time = fc.integer({ min: 0, max: GRID_STEPS }).map((step) => START_MS + step * GRID_MS);

/** One event of a person; ids and places are given by who uses it. */
export const anyEvent: fc.Arbitrary<Omit<Event, 'id'>> = fc
  .record({
    kind,
    context,
    time,
    channel: pick<Channel>('web', 'store', 'order', 'system'),
    source: pick('s1', 's2'),
  })
  .map(({ kind, ...rest }) => ({ ...kind, ...rest, received: rest.time, identities: [] }));

const moment = fc
  .integer({ min: GRID_STEPS / 4, max: GRID_STEPS + 8 })
  .map((step) => START_MS + step * GRID_MS);
/** A moment to ask at: on the grid, beside it, or long after. */
export const anyMoment: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: moment },
  { weight: 2, arbitrary: moment.map((at) => at + 1) },
  { weight: 2, arbitrary: moment.map((at) => at - 1) },
  { weight: 1, arbitrary: pick(START_MS + 40 * 24 * HOUR_MS, START_MS + 800 * 24 * HOUR_MS) },
);

const duration = fc.oneof(
  { weight: 4, arbitrary: pick('2h', '4h', '6h', '12h', '1d', '2d') },
  { weight: 1, arbitrary: pick('90min', '1w', '1mo', '2y') },
);
const zone = pick(...ZONES);
const amount = pick(0, 1, 12.25, 24.5, 99.99, 0.1, -12.25);

const textTest = fc.oneof(
  text.map((is) => ({ is })),
  text.map((isNot) => ({ isNot })),
  fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
  fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).map((noneOf) => ({ noneOf })),
  pick('y', 'YO', 'a"', '日').map((starts) => ({ starts, ignoreCase: true as const })),
  pick('a', 'GA', '本').map((ends) => ({ ends })),
  pick('o', 'U', '\\').map((contains) => ({ contains, ignoreCase: true as const })),
  pick('o', 'u').map((lacks) => ({ lacks })),
  pick('?og*', '*', '??', '*"*', 'a.b', '日?').map((like) => ({ like })),
);
const numberTest = fc.oneof(
  amount.map((is) => ({ is })),
  amount.map((isNot) => ({ isNot })),
  amount.map((above) => ({ above })),
  amount.map((atLeast) => ({ atLeast })),
  amount.map((below) => ({ below })),
  amount.map((atMost) => ({ atMost, atLeast: 0 })),
);
const countTest = fc.oneof(
  fc.nat(3).map((exactly) => ({ exactly })),
  fc.nat(3).map((atLeast) => ({ atLeast })),
  fc.nat(3).map((atMost) => ({ atMost })),
  fc.nat(2).map((atLeast) => ({ atLeast, atMost: atLeast + 1 })),
);
const listTest = fc.oneof(
  fc.uniqueArray(pick(...TEXTS), { minLength: 1, maxLength: 2 }).map((includes) => ({ includes })),
  fc.uniqueArray(pick(...TEXTS), { minLength: 1, maxLength: 2 }).map((includesAll) => ({ includesAll })),
  fc.uniqueArray(pick(...TEXTS), { minLength: 1, maxLength: 2 }).map((includesNone) => ({ includesNone })),
  fc.nat(2).map((sizeAtLeast) => ({ sizeAtLeast })),
  fc.nat(2).map((sizeAtMost) => ({ sizeAtMost })),
);
const bound = pick(...DAYS, ...INSTANTS);

function fixedDate(timeZone: fc.Arbitrary<string>): fc.Arbitrary<DateTest> {
  return fc.oneof(
    fc.record({ before: bound, timeZone }),
    fc.record({ after: bound, timeZone }),
    fc.record({ on: pick(...DAYS), timeZone }),
  );
}
const eventDate = fixedDate(pick('UTC', 'Europe/Zurich'));
const timeTest: fc.Arbitrary<DateTest> = fc.oneof(
  fixedDate(zone),
  duration.map((withinLast) => ({ withinLast })),
  duration.map((longerAgo) => ({ longerAgo })),
);
const dateTest: fc.Arbitrary<DateTest> = fc.oneof(
  fixedDate(zone),
  fc.record({ withinLast: duration, timeZone: zone }),
  fc.record({ longerAgo: duration, timeZone: zone }),
  fc.record({ withinNext: duration, timeZone: zone }),
  fc.record({ furtherAhead: duration, timeZone: zone }),
  fc.record({
    anniversary: fc.oneof(
      fc.nat(180).map((next) => ({ next })),
      fc.nat(180).map((last) => ({ last })),
    ),
    leapDay: pick<'02-28' | '03-01'>('02-28', '03-01'),
    timeZone: zone,
  }),
  fc.record({ fullYears: pick({ atLeast: 34 }, { exactly: 1 }, { atMost: 2 }), timeZone: zone }),
);

const truthOrExists = fc.oneof(
  fc.boolean().map((truth) => ({ truth })),
  fc.boolean().map((exists) => ({ exists })),
);

const eventFilter: fc.Arbitrary<EventFilter> = fc.oneof(
  textTest.map((text) => ({ property: 'category', text })),
  textTest.map((text) => ({ property: 'store.city', text })),
  textTest.map((text) => ({ property: 'gift wrap', text })),
  numberTest.map((number) => ({ property: 'revenue', number })),
  eventDate.map((date) => ({ property: 'due', date })),
  listTest.map((list) => ({ property: 'tags', list })),
  truthOrExists.map((test) => ({ property: 'category', ...test })),
  textTest.map((text) => ({ context: 'campaign.name', text })),
  pick('web', 'store').map((is) => ({ origin: 'channel' as const, text: { is } })),
);
const productFilter: fc.Arbitrary<ProductFilter> = fc.oneof(
  textTest.map((text) => ({ product: 'category', text })),
  pick(...PRODUCTS).map((is) => ({ product: 'product_id', text: { is } })),
  textTest.map((text) => ({ product: 'sku', text })),
  truthOrExists.map((test) => ({ product: 'brand', ...test })),
  numberTest.map((number) => ({ product: 'category', number })),
  numberTest.map((number) => ({ product: 'amount', number })),
  numberTest.map((number) => ({ product: 'price', number })),
);
const catalogueFilter: fc.Arbitrary<ProductFilter> = fc.oneof(
  textTest.map((text) => ({ catalogue: 'category' as const, text })),
  textTest.map((text) => ({ catalogue: 'brand' as const, text })),
  numberTest.map((number) => ({ catalogue: 'price' as const, number })),
  pick({ above: 0 }, { is: 0 }, { isNot: 7 }).map((number) => ({ catalogue: 'stock' as const, number })),
);

const event = fc.oneof(
  { weight: 4, arbitrary: pick(...NAMES) },
  { weight: 1, arbitrary: fc.uniqueArray(pick(...NAMES), { minLength: 1, maxLength: 2 }) },
  { weight: 2, arbitrary: pick('*') },
);

/** Mostly no filter at all, or sequences never come true. */
function rarely<T>(filter: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.oneof<fc.MaybeWeightedArbitrary<readonly T[]>[]>(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.tuple(filter) },
  );
}

function matcherWith(products: fc.Arbitrary<readonly ProductFilter[]>): fc.Arbitrary<Matcher> {
  return fc.record({ event, where: rarely(eventFilter), products }).map(({ event, where, products }) => ({
    event,
    ...(where.length > 0 ? { where: [...where] } : {}),
    ...(products.length > 0 ? { products: [...products] } : {}),
  }));
}
const matcher = matcherWith(rarely(productFilter));
const catalogueMatcher = matcherWith(
  fc
    .tuple(catalogueFilter, fc.array(productFilter, { maxLength: 1 }))
    .map(([first, more]) => [first, ...more]),
);

const fixedWindow = fc.record(
  { from: bound, to: bound, timeZone: pick('UTC', 'Europe/Zurich') },
  { requiredKeys: ['from'] },
);
const movingWindow = fc.oneof(
  { weight: 3, arbitrary: duration.map((last) => ({ last })) },
  {
    weight: 2,
    arbitrary: fc.record({
      calendar: pick('day' as const, 'week' as const, 'month' as const, 'year' as const),
      back: fc.nat(2),
      timeZone: zone,
    }),
  },
  { weight: 1, arbitrary: fixedWindow },
);
const window = fc.oneof(
  { weight: 3, arbitrary: movingWindow },
  { weight: 1, arbitrary: matcher.map((since) => ({ since })) },
);

const eventField: fc.Arbitrary<ValueField> = pick<ValueField>(
  { property: 'category' },
  { property: 'gift wrap' },
  { property: 'revenue' },
  { property: 'due' },
  { context: 'campaign.name' },
  { origin: 'channel' },
  { origin: 'name' },
);
const lineField: fc.Arbitrary<ValueField> = pick<ValueField>(
  { product: 'category' },
  { product: 'price' },
  { product: 'product_id' },
);
const lineNumber: fc.Arbitrary<ValueField> = pick<ValueField>({ product: 'amount' }, { product: 'quantity' });

type Measure = Omit<BehaviourCondition, 'did' | 'in'>;

function measureOf(text: fc.Arbitrary<ValueField>, number: fc.Arbitrary<ValueField>): fc.Arbitrary<Measure> {
  return fc.oneof(
    fc.record({ of: number, test: numberTest }).map(({ of, test }) => ({ sum: { of, ...test } })),
    fc.record({ of: number, test: numberTest }).map(({ of, test }) => ({ average: { of, ...test } })),
    fc.record({ of: number, test: numberTest }).map(({ of, test }) => ({ minimum: { of, ...test } })),
    fc.record({ of: number, test: numberTest }).map(({ of, test }) => ({ maximum: { of, ...test } })),
    fc.record({ of: text, text: textTest }).map((first) => ({ first })),
    fc.record({ of: text, text: textTest }).map((last) => ({ last })),
    fc.record({ of: number, number: numberTest }).map((last) => ({ last })),
    fc.record({ of: text, truth: fc.boolean() }).map((first) => ({ first })),
    timeTest.map((firstTime) => ({ firstTime })),
    timeTest.map((lastTime) => ({ lastTime })),
    fc.record({ of: text, test: countTest }).map(({ of, test }) => ({ distinct: { of, ...test } })),
    fc.record({ of: text, text: textTest }).map((mostFrequent) => ({ mostFrequent })),
    fc.record({ of: text, test: countTest }).map(({ of, test }) => ({ repeated: { of, ...test } })),
    fc
      .record({ of: text, size: fc.integer({ min: 1, max: 4 }), list: listTest })
      .map((newest) => ({ newest })),
    countTest.map((lines) => ({ lines })),
  );
}

const behaviour: fc.Arbitrary<Condition> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ did: matcher, in: window, times: countTest }, { requiredKeys: ['did'] }),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.record({ did: matcher, in: window }, { requiredKeys: ['did'] }),
        fc.oneof(
          measureOf(eventField, pick<ValueField>({ property: 'revenue' })),
          measureOf(lineField, lineNumber),
          fc.record({ of: fc.constant({ property: 'due' }), date: dateTest }).map((last) => ({ last })),
        ),
      )
      .map(([base, measure]) => ({ ...base, ...measure })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.record({ did: catalogueMatcher, in: window }, { requiredKeys: ['did'] }),
        fc.oneof(fc.constant({}), measureOf(lineField, lineNumber)),
      )
      .map(([base, measure]) => ({ ...base, ...measure })),
  },
);

/** Events of a sequence: mostly without filters, or several in order never come true. */
const stepMatcher = fc.oneof(
  { weight: 5, arbitrary: event.map((event): Matcher => ({ event })) },
  { weight: 2, arbitrary: matcher },
  { weight: 1, arbitrary: catalogueMatcher },
);
const nextStep = fc.record(
  {
    did: stepMatcher,
    within: pick('2h', '6h', '1d', '2d'),
    after: pick('2h', '4h'),
    without: fc.array(stepMatcher, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['did'] },
);
const afterwards = fc.record(
  { without: fc.array(stepMatcher, { minLength: 1, maxLength: 2 }), for: pick('2h', '4h', '12h', '1d') },
  { requiredKeys: ['without'] },
);
const sequence: fc.Arbitrary<Condition> = fc
  .record({
    first: stepMatcher,
    more: fc.array(nextStep, { maxLength: 3 }),
    afterwards: fc.option(afterwards, { freq: 1, nil: undefined }),
    in: fc.option(movingWindow, { freq: 1, nil: undefined }),
  })
  .map(({ first, more, afterwards, in: window }) => ({
    sequence: [{ did: first }, ...more],
    ...(afterwards ? { afterwards } : {}),
    ...(window ? { in: window } : {}),
  }));

const attribute: fc.Arbitrary<Condition> = fc.oneof(
  textTest.map((text) => ({ attribute: 'city', text })),
  textTest.map((text) => ({ attribute: 'address.zip', text })),
  textTest.map((text) => ({ attribute: 'loyaltyTier', text: text })),
  numberTest.map((number) => ({ attribute: 'points', number })),
  dateTest.map((date) => ({ attribute: 'born', date })),
  dateTest.map((date) => ({ attribute: 'born', date })),
  listTest.map((list) => ({ attribute: 'tags', list })),
  truthOrExists.map((test) => ({ attribute: 'city', ...test })),
);

const fact: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    consent: fc.record({ channel: pick('email', 'sms'), purpose: pick('marketing', 'service') }),
    is: pick('in' as const, 'out' as const, 'unknown' as const),
  }),
  fc.constant({ reachable: 'email' }),
  numberTest.map((number) => ({ score: 'churn', number })),
  pick(AUDIENCE, 'viewers', 'buyers').map((member) => ({ member })),
  pick(0.25, 0.5, 0.75).map((to) => ({ split: 'half', from: 0, to })),
);

/** Traits by any measure, with a test that its values can be put to. */
function traitBy(
  did: fc.Arbitrary<Matcher>,
  text: fc.Arbitrary<ValueField>,
  number: fc.Arbitrary<ValueField>,
  counts: readonly ('times' | 'lines')[],
  dated: readonly ValueField[],
): fc.Arbitrary<Condition> {
  const exists = fc.boolean().map((exists) => ({ exists }));
  const byNumber = numberTest.map((number) => ({ number }));
  const anyOf = <M extends MeasureKey>(
    measures: readonly M[],
    of: fc.Arbitrary<{ of?: ValueField; as?: 'number' | 'text'; size?: number }>,
    test: fc.Arbitrary<Omit<TraitCondition, 'trait'>>,
  ): fc.Arbitrary<Condition> =>
    fc
      .tuple(
        fc.record({ did, in: window }, { requiredKeys: ['did'] }),
        fc.constantFrom(...measures),
        of,
        test,
      )
      .map(([base, measure, of, test]) => ({ trait: { ...base, measure, ...of }, ...test }));
  return fc.oneof(
    anyOf(counts, fc.constant({}), byNumber),
    anyOf(['distinct', 'repeated'], fc.record({ of: text }), byNumber),
    anyOf(['sum'], fc.record({ of: number }), byNumber),
    anyOf(['average', 'minimum', 'maximum'], fc.record({ of: number }), fc.oneof(byNumber, exists)),
    anyOf(
      ['first', 'last'],
      fc.record({ of: number, as: fc.constant('number') }),
      fc.oneof(byNumber, exists),
    ),
    anyOf(
      ['first', 'last', 'mostFrequent'],
      fc.record({ of: text }),
      fc.oneof(
        textTest.map((text) => ({ text })),
        exists,
      ),
    ),
    anyOf(
      ['first', 'last'],
      fc.record({ of: fc.constantFrom(...dated) }),
      dateTest.map((date) => ({ date })),
    ),
    anyOf(
      ['firstTime', 'lastTime'],
      fc.constant({}),
      fc.oneof(
        timeTest.map((date) => ({ date })),
        exists,
      ),
    ),
    anyOf(
      ['newest'],
      fc.record({ of: text, size: fc.integer({ min: 1, max: 12 }) }),
      listTest.map((list) => ({ list })),
    ),
  );
}

/** Traits that conditions name. */
export const TRAITS: Readonly<Record<string, ComputedTrait>> = {
  orders: { did: { event: 'Order Completed' }, measure: 'times', in: { last: '1d' } },
  'favourite-category': {
    did: { event: ['Product Viewed', 'Product Added'] },
    measure: 'mostFrequent',
    of: { property: 'category' },
  },
};

const named: fc.Arbitrary<Condition> = fc.oneof(
  numberTest.map((number) => ({ trait: 'orders', number })),
  textTest.map((text) => ({ trait: 'favourite-category', text })),
);

const DUE: readonly ValueField[] = [{ property: 'due' }];

const trait: fc.Arbitrary<Condition> = fc.oneof(
  {
    weight: 4,
    arbitrary: traitBy(matcher, eventField, pick<ValueField>({ property: 'revenue' }), ['times'], DUE),
  },
  { weight: 2, arbitrary: traitBy(matcher, lineField, lineNumber, ['lines'], DUE) },
  {
    weight: 1,
    arbitrary: traitBy(catalogueMatcher, lineField, lineNumber, ['lines'], [{ product: 'category' }]),
  },
  { weight: 1, arbitrary: named },
);

/** Audiences that conditions name: a list, and two by condition. */
export const AUDIENCES: Readonly<Record<string, { condition: Condition } | { list: true }>> = {
  [AUDIENCE]: { list: true },
  viewers: { condition: { did: { event: 'Product Viewed' }, in: { last: '1d' }, times: { atLeast: 2 } } },
  buyers: { condition: { any: [{ did: { event: 'Order Completed' } }, { member: AUDIENCE }] } },
};

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 5, arbitrary: behaviour },
  { weight: 3, arbitrary: sequence },
  { weight: 3, arbitrary: attribute },
  { weight: 2, arbitrary: trait },
  { weight: 1, arbitrary: fact },
);

/** Any condition: mostly a leaf or a small group, because a wrong leaf shows best alone. */
export const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 6, arbitrary: leaf },
  { weight: 1, arbitrary: leaf.map((not) => ({ not })) },
  { weight: 2, arbitrary: fc.array(leaf, { minLength: 2, maxLength: 3 }).map((all) => ({ all })) },
  { weight: 2, arbitrary: fc.array(leaf, { minLength: 2, maxLength: 3 }).map((any) => ({ any })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(leaf, leaf, leaf)
      .map(([a, b, c]) => ({ all: [{ any: [a, { not: b }] }, { not: { all: [b, c] } }] })),
  },
);
