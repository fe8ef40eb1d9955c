import fc from 'fast-check';
import { type PersonBuilder, person } from './builders.ts';
import { DEPARTMENTS } from './world/kinds.ts';

type Sentence = (one: PersonBuilder) => PersonBuilder;

/** Times that audiences ask about lie on both sides of these. */
const ago = fc.oneof(
  fc.integer({ min: 1, max: 47 }).map((hours) => `${hours}h`),
  fc.integer({ min: 1, max: 420 }).map((days) => `${days}d`),
);
const department = fc.constantFrom(...DEPARTMENTS);
const count = fc.integer({ min: 1, max: 4 });

const sentence: fc.Arbitrary<Sentence> = fc.oneof(
  fc
    .record({
      count,
      category: department,
      channel: fc.constantFrom('web' as const, 'app' as const, 'store' as const, 'order' as const),
      revenue: fc.integer({ min: 5, max: 300 }),
      every: ago,
      ago,
    })
    .map(
      ({ count, ago, ...wish }): Sentence =>
        (one) =>
          one.ordered(count, wish).lapsed(ago),
    ),
  fc.record({ department, count, ago }).map(
    ({ department, count, ago }): Sentence =>
      (one) =>
        one.browsed(department, count, ago),
  ),
  fc.record({ count, ago }).map(
    ({ count, ago }): Sentence =>
      (one) =>
        one.carted(count, ago),
  ),
  ago.map(
    (ago): Sentence =>
      (one) =>
        one.did('Checkout Started', {}, ago),
  ),
  ago.map(
    (ago): Sentence =>
      (one) =>
        one.did('Back In Stock Requested', { product_id: 'P1001' }, ago),
  ),
  ago.map(
    (ago): Sentence =>
      (one) =>
        one.did('Screen Viewed', {}, ago, 'app'),
  ),
  fc.record({ query: fc.constantFrom('yoga mat', 'matte paint', 'boots'), ago }).map(
    ({ query, ago }): Sentence =>
      (one) =>
        one.searched(query, ago),
  ),
  ago.map(
    (ago): Sentence =>
      (one) =>
        one.called('complaint', ago),
  ),
  fc.record({ step: fc.constantFrom('Sent' as const, 'Opened' as const, 'Link Clicked' as const), ago }).map(
    ({ step, ago }): Sentence =>
      (one) =>
        one.mailed('news', step, ago),
  ),
  ago.map(
    (ago): Sentence =>
      (one) =>
        one.wished(1, ago),
  ),
);

/** Anybody that sentences of the builder can tell; for property tests. */
export const anyPerson: fc.Arbitrary<PersonBuilder> = fc
  .array(sentence, { maxLength: 8 })
  .map((sentences) => sentences.reduce<PersonBuilder>((one, tell) => tell(one), person()));
