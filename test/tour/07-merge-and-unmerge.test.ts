import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProfileView } from '../../src/profile/index.ts';
import { openShop, type Shop } from '../app.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

interface People {
  readonly people: ProfileView[];
}
interface Preview {
  readonly possible: boolean;
  readonly before: ProfileView[];
  readonly after: ProfileView[];
}

/** Events per person as reports count them: rows keep the person they were written for, overrides say who it is now. */
const EVENTS_PER_PERSON = `select if(o.person = 0, e.person, o.person) as who, count() as events, sum(revenue) as revenue
from events as e
left join (select fragment, written_person, argMax(person, place) as person from person_overrides group by fragment, written_person) as o
on e.fragment = o.fragment and e.person = o.written_person
group by who
order by who`;

const eventsPerPerson = async (): Promise<Record<number, [number, number]>> => {
  const { rows } = await shop.app.warehouse.query<{ who: number; events: number; revenue: number }>(
    EVENTS_PER_PERSON,
  );
  return Object.fromEntries(rows.map(({ who, events, revenue }) => [who, [events, revenue]]));
};
const namesOf = async (person: number): Promise<string[]> =>
  (await shop.timeline(person)).map(({ name }) => name);

let card: ProfileView;
let sarah: ProfileView;

test('two people who are one can be joined by hand; a preview shows what it would give', async () => {
  await shop.send([
    { name: 'Order Completed', identities: { loyalty: 'L7' }, properties: { order_id: 'o1', revenue: 20 } },
    { name: 'Product Viewed', identities: { user: 'sarah' } },
    { name: 'Order Completed', identities: { user: 'sarah' }, properties: { order_id: 'o2', revenue: 30 } },
  ]);
  [card, sarah] = [await shop.person('loyalty:L7'), await shop.person('user:sarah')];
  const order = { people: [card.id, sarah.id] };
  const { body: preview } = await shop.post<Preview>('/api/people/merge', { ...order, dryRun: true });
  expect(preview).toMatchObject({ possible: true, before: [card, sarah] });
  expect(await shop.person('user:sarah')).toEqual(sarah);

  const { body } = await shop.post<People>('/api/people/merge', order);
  const joined = await shop.person('loyalty:L7');
  expect(body.people).toEqual([joined]);
  expect(joined).toMatchObject({
    id: sarah.id,
    purchases: { count: 2, revenue: { EUR: 50 } },
    events: { count: 3 },
  });
  const withoutMerges = ({ merges: _, ...rest }: ProfileView) => rest;
  expect(preview.after.map(withoutMerges)).toEqual([withoutMerges(joined)]);
});

test('the history follows: one timeline, and reports count one person', async () => {
  await shop.settled();
  expect((await namesOf(sarah.id)).sort()).toEqual(['Order Completed', 'Order Completed', 'Product Viewed']);
  expect(await eventsPerPerson()).toEqual({ [sarah.id]: [3, 50] });
});

test('a merge that was a mistake can be taken back, with everything that happened since', async () => {
  await shop.send([
    { name: 'Order Completed', identities: { loyalty: 'L7' }, properties: { order_id: 'o3', revenue: 4 } },
  ]);
  expect((await shop.person('user:sarah')).events.count).toBe(4);
  const order = { absorbed: card.id };
  const path = `/api/people/${sarah.id}/unmerge`;
  const { body: preview } = await shop.post<Preview>(path, { ...order, dryRun: true });
  const { body } = await shop.post<People>(path, order);
  expect(body.people).toEqual(preview.after);
  expect(await shop.person('user:sarah')).toEqual(sarah);
  expect(await shop.person('loyalty:L7')).toMatchObject({
    id: card.id,
    events: { count: 2 },
    purchases: { revenue: { EUR: 24 } },
  });

  await shop.settled();
  expect(await namesOf(sarah.id)).toHaveLength(2);
  expect(await namesOf(card.id)).toEqual(['Order Completed', 'Order Completed']);
  expect(await eventsPerPerson()).toEqual({ [sarah.id]: [2, 30], [card.id]: [2, 24] });
});

test('from then on no event joins them; only an operator can', async () => {
  await shop.send([{ name: 'Product Viewed', identities: { user: 'sarah', loyalty: 'L7' } }]);
  expect((await shop.person('loyalty:L7')).id).toBe(card.id);
  await shop.post('/api/people/merge', { people: [card.id, sarah.id] });
  expect((await shop.person('loyalty:L7')).id).toBe(sarah.id);
});

test('people with two accounts are not joined, and the answer says why', async () => {
  await shop.send([{ name: 'Product Viewed', identities: { user: 'john' } }]);
  const people = [sarah.id, (await shop.person('user:john')).id];
  expect(await shop.post('/api/people/merge', { people, dryRun: true })).toMatchObject({
    status: 200,
    body: { possible: false },
  });
  expect(await shop.post('/api/people/merge', { people })).toMatchObject({
    status: 409,
    body: { code: 'identity.cannot-merge' },
  });
});
