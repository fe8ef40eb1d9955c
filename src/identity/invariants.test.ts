import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JoinPolicy } from '../core/index.ts';
import { follow } from './graph.ts';
import { agree, namespaceOf } from './link.ts';
import { openWorld, type Said, type World } from './world.fixture.ts';

const RUNS = Number(process.env.RAPPORT_TEST_RUNS ?? 300);

const value = (prefix: string, count: number) =>
  fc.option(
    fc.integer({ min: 1, max: count }).map((n) => `${prefix}${n}`),
    { nil: undefined },
  );

/** An event that may name anything, in any order, at any time. */
const event = fc
  .tuple(
    fc.record({
      anonymous: value('d', 6),
      ecid: value('e', 3),
      user: value('u', 3),
      email: fc.option(fc.constantFrom('a@example.com', 'b@example.com'), { nil: undefined }),
      loyalty: value('l', 2),
      phone: fc.option(fc.constantFrom('0171 1234567', '0172 1234567'), { nil: undefined }),
    }),
    fc.shuffledSubarray(['anonymous', 'ecid', 'user', 'email', 'loyalty', 'phone'] as const, {
      minLength: 1,
    }),
    fc.integer({ min: 0, max: 30 }),
    fc.boolean(),
  )
  .map(([values, order, minute, authenticated]) => {
    const said: Record<string, string> = {};
    for (const namespace of order) if (values[namespace]) said[namespace] = values[namespace];
    return { kind: 'event', said: said as Said, minute, authenticated } as const;
  });
const merge = fc.record({ kind: fc.constant('merge' as const), a: fc.nat(20), b: fc.nat(20) });
const unmerge = fc.record({ kind: fc.constant('unmerge' as const), who: fc.nat(20), what: fc.nat(20) });
const settings = fc.record({
  joinPolicy: fc.constantFrom<JoinPolicy>('never', 'on-authentication', 'always'),
  identitiesPerPersonMax: fc.integer({ min: 2, max: 8 }),
});

type Step = typeof event extends fc.Arbitrary<infer T> ? T : never;
type Order =
  | { readonly kind: 'merge'; readonly a: number; readonly b: number }
  | { readonly kind: 'unmerge'; readonly who: number; readonly what: number };

function walk(world: World, step: Step | Order): void {
  if (step.kind === 'event') {
    if (Object.keys(step.said).length > 0) world.sees(step.said, step.minute, step.authenticated);
    return;
  }
  const people = world.everybody().filter((person) => Object.keys(person.links).length > 0);
  if (people.length === 0) return;
  if (step.kind === 'merge') {
    const [a, b] = [people[step.a % people.length]!, people[step.b % people.length]!];
    if (a !== b && agree(a, b, world.rules.unique))
      world.merge(Object.keys(a.links)[0]!, Object.keys(b.links)[0]!);
    return;
  }
  const person = people[step.who % people.length]!;
  const keys = Object.keys(person.links);
  const mark = person.merges[step.what % Math.max(1, person.merges.length)];
  if (mark) world.unmerge({ person: person.id, absorbed: mark.from });
  else if (keys.length > 1) world.unmerge({ person: person.id, keys: [keys[step.what % keys.length]!] });
}

/** Everything that must hold of a graph at any moment; a sentence for each fault. */
function faults(world: World): string[] {
  const found: string[] = [];
  const owners = new Map<string, number>();
  for (const person of world.everybody()) {
    const unique = new Set<string>();
    for (const key of Object.keys(person.links)) {
      if (owners.has(key)) found.push(`${key} has two owners`);
      owners.set(key, person.id);
      const namespace = namespaceOf(key);
      if (world.rules.unique.has(namespace) && unique.has(namespace))
        found.push(`${namespace} is not unique`);
      unique.add(namespace);
    }
  }
  for (const [key, node] of world.nodes) {
    if (node.person !== (owners.get(key) ?? 0)) found.push(`the node of ${key} does not lead to its owner`);
    const times = node.owners.filter((_, index) => index % 2 === 0);
    if (times.some((time, index) => time < (times[index - 1] ?? 0)))
      found.push(`owners of ${key} are not in order`);
    for (const id of node.owners.filter((_, index) => index % 2 === 1))
      if (id !== 0 && !follow(world.graph, id)) found.push(`an owner of ${key} is not there`);
  }
  for (const key of owners.keys()) if (!world.nodes.has(key)) found.push(`${key} has no node`);
  return found;
}

describe('the graph of identities', () => {
  it('after any events and orders: a key has one owner, unique namespaces hold, links and nodes agree', () => {
    const steps = fc.array(fc.oneof({ weight: 8, arbitrary: event }, merge, unmerge), { maxLength: 60 });
    fc.assert(
      fc.property(steps, settings, (steps, settings) => {
        const world = openWorld(settings);
        for (const step of steps) {
          walk(world, step);
          expect(faults(world)).toEqual([]);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('no event takes a person beyond the limit of identities', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), settings, (events, settings) => {
        const world = openWorld(settings);
        for (const step of events) walk(world, step);
        for (const { links } of world.everybody())
          expect(Object.keys(links).length).toBeLessThanOrEqual(settings.identitiesPerPersonMax);
      }),
      { numRuns: RUNS },
    );
  });

  it('the policy "never" keeps every device apart from known people', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const world = openWorld({ joinPolicy: 'never' });
        for (const step of events) walk(world, step);
        for (const keys of world.people())
          expect(new Set(keys.map((key) => /^(anonymous|ecid):/.test(key))).size).toBe(1);
      }),
      { numRuns: RUNS },
    );
  });

  it('the same events give the same graph, with the same ids', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), settings, (events, settings) => {
        const [one, two] = [openWorld(settings), openWorld(settings)];
        for (const world of [one, two]) for (const step of events) walk(world, step);
        expect(two.everybody()).toEqual(one.everybody());
        expect([...two.nodes]).toEqual([...one.nodes]);
      }),
      { numRuns: RUNS },
    );
  });
});
