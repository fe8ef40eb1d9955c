import { beforeAll, describe, expect, it } from 'vitest';
import { type Answers, AUDIENCES } from './answers.ts';
import { nameOf, type Recount, recount } from './recount.ts';
import { AUDIENCE_RECOUNTS } from './recount-audiences.ts';
import { recountFunnel } from './recount-funnels.ts';
import { openRetailer } from './retailer.ts';
import { DAY_MS } from './time.ts';
import { FUNNELS } from './truth/funnels.ts';

const NOW = Date.UTC(2026, 2, 31, 10);
// 1,000 people for 60 days are about 30,000 messages; DEMO_TEST_PEOPLE=6000 holds the full demo to the same.
const PEOPLE = Number(process.env['DEMO_TEST_PEOPLE'] ?? 1_000);
const DAYS = 90;

describe('the answer sheet', () => {
  let answers: Answers;
  let counted: Recount;

  beforeAll(() => {
    const retailer = openRetailer({ now: NOW, people: PEOPLE, days: DAYS, seed: 7 });
    counted = recount(retailer.items, retailer.world.start, NOW);
    answers = retailer.answers();
  });

  it('lists exactly the orders that the messages hold, with their buyers and revenue', () => {
    const told = new Map(
      answers.orders.map(({ id, person, revenue, at }) => [id, { person, revenue, at: Date.parse(at) }]),
    );
    expect(told.size).toBeGreaterThan(PEOPLE / 10);
    expect(new Map([...counted.orders].sort())).toEqual(new Map([...told].sort()));
  });

  it('counts the sessions that the messages make', () => {
    expect(answers.sessionCount).toBe(counted.sessionCount);
  });

  it('has thirty audiences with a definition each', () => {
    expect(AUDIENCES.length).toBe(30);
    expect(new Set(AUDIENCES.map(({ id }) => id)).size).toBe(30);
    expect(Object.keys(AUDIENCE_RECOUNTS).sort()).toEqual(AUDIENCES.map(({ id }) => id).sort());
  });

  it.each(AUDIENCES.map(({ id }) => id))(
    'names the members of %s as brute force over the messages finds them',
    (id) => {
      const told = answers.audiences.find((audience) => audience.id === id)!.members;
      const found = counted.people
        .filter((person) => AUDIENCE_RECOUNTS[id]!(person, NOW))
        .map(nameOf)
        .sort();
      expect(found).toEqual(told);
      if (PEOPLE >= 1_000) expect(told.length).toBeGreaterThan(0);
    },
  );

  it('tells for every person which of her devices nothing on the wire joins to her', () => {
    const byKey = new Map(answers.people.map((person) => [person.key, person]));
    let joined = 0;
    let strays = 0;
    for (const person of counted.people) {
      const truth = byKey.get(nameOf(person));
      if (!truth) continue;
      for (const key of person.keys)
        if (key.startsWith('anonymous:')) expect(truth.identities).toContain(key);
      joined += truth.identities.filter((key) => key.startsWith('anonymous:')).length;
      strays += truth.strays.length;
    }
    console.log(
      `devices joined to known people: ${joined}, theirs but never named: ${strays}, best recall ${(joined / (joined + strays)).toFixed(3)}`,
    );
    expect(joined).toBeGreaterThan(PEOPLE / 4);
  });

  it.each(FUNNELS.map(({ id }) => id))('counts the steps of %s as walking everybody does', (id) => {
    const { counts, ...funnel } = answers.funnels.find((one) => one.id === id)!;
    expect(counts).toEqual(recountFunnel(funnel, counted.people, Date.parse(answers.start)));
    for (let i = 1; i < counts.length; i++) expect(counts[i]).toBeLessThanOrEqual(counts[i - 1]!);
    if (PEOPLE >= 1_000) expect(counts.at(-1)).toBeGreaterThan(0);
    console.log(
      `${funnel.title}: ${counts.join(' > ')} (${funnel.within === 'person' ? 'people' : 'sessions'})`,
    );
  });

  it('knows wish lists, reviews and wrong clocks as the messages tell them', () => {
    const told = new Map(answers.wishLists.map(({ person, products }) => [person, [...products].sort()]));
    const found = new Map<string, string[]>();
    const stars = new Map<string, number[]>();
    for (const person of counted.people) {
      const wishes = new Set<string>();
      for (const { name, properties } of person.events.toSorted((a, b) => a.time - b.time)) {
        const product = properties['product_id'] as string;
        if (name === 'Product Added to Wishlist') wishes.add(product);
        if (name === 'Product Removed from Wishlist' || name === 'Wishlist Product Added to Cart')
          wishes.delete(product);
        if (name === 'Product Reviewed')
          stars.set(product, [...(stars.get(product) ?? []), properties['rating'] as number]);
      }
      if (wishes.size > 0) found.set(nameOf(person), [...wishes].sort());
    }
    expect(found.size).toBeGreaterThan(PEOPLE / 100);
    expect(new Map([...found].sort())).toEqual(new Map([...told].sort()));
    expect(answers.reviews.map(({ product, count }) => [product, count])).toEqual(
      [...stars].map(([product, list]) => [product, list.length]).sort(),
    );
    expect(answers.reviews.every(({ rating }) => rating >= 1 && rating <= 5)).toBe(true);
    expect(counted.clocks.size).toBeGreaterThan(PEOPLE / 100);
    expect(new Map(Object.entries(answers.clocks).sort())).toEqual(new Map([...counted.clocks].sort()));
  });

  it('knows effects, incidents and shares that add up', () => {
    const shares = Object.values(answers.attribution).reduce((sum, { orderShare }) => sum + orderShare, 0);
    expect(shares).toBeCloseTo(1, 4);
    expect(answers.campaigns.length).toBeGreaterThanOrEqual(10);
    expect(answers.incidents.map(({ id }) => id)).toEqual([
      'mobile-checkout-bug',
      'payment-outage',
      'viral-post',
      'stock-out',
    ]);
    expect(answers.people.every(({ propensity }) => propensity.orders >= 0 && propensity.orders < 1)).toBe(
      true,
    );
    expect(Date.parse(answers.now) - Date.parse(answers.start)).toBeGreaterThan(DAYS * DAY_MS);
  });
});
