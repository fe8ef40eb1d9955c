import { describe, expect, it } from 'vitest';
import { follow } from './graph.ts';
import { agree } from './link.ts';
import { openWorld } from './world.fixture.ts';

describe('a merge', () => {
  it('keeps the id of the stronger one, whoever is named first', () => {
    for (const [a, b] of [
      ['user:sarah', 'loyalty:card'],
      ['loyalty:card', 'user:sarah'],
    ] as const) {
      const world = openWorld();
      world.sees({ loyalty: 'card' }, 0);
      const user = world.sees({ user: 'sarah' }, 1).id;
      expect(world.merge(a, b)).toBe(user);
      expect(world.people()).toEqual([['loyalty:card', 'user:sarah']]);
    }
  });

  it('keeps the id of the one known longer when none is stronger', () => {
    const world = openWorld();
    world.sees({ anonymous: 'young' }, 9);
    const old = world.sees({ anonymous: 'old' }, 1).id;
    expect(world.merge('anonymous:young', 'anonymous:old')).toBe(old);
  });

  it('leaves behind who was absorbed, with nothing but the way to the other', () => {
    const world = openWorld();
    const visitor = world.sees({ anonymous: 'phone' }, 0).id;
    const sarah = world.sees({ user: 'sarah' }, 1).id;
    world.merge('anonymous:phone', 'user:sarah');
    expect(world.graph.person(visitor)).toMatchObject({ links: {}, fragments: [], merges: [], into: sarah });
    expect(world.nodes.get('anonymous:phone')?.person).toBe(sarah);
  });

  it('is not for two people who have different identities of a unique namespace', () => {
    const world = openWorld();
    const jane = world.graph.person(world.sees({ user: 'jane' }, 0).id)!;
    const john = world.graph.person(world.sees({ user: 'john' }, 1).id)!;
    const visitor = world.graph.person(world.sees({ anonymous: 'phone' }, 2).id)!;
    expect(agree(jane, john, world.rules.unique)).toBe(false);
    expect(agree(jane, visitor, world.rules.unique)).toBe(true);
  });

  it('of a thousand people, one after the other, leads from every old id to who is left', () => {
    const world = openWorld({ identitiesPerPersonMax: 1_000 });
    const first = world.sees({ anonymous: 'd0' }, 2_000).id;
    for (let i = 1; i < 1_000; i++) {
      const [before, now] = i % 2 ? ['anonymous', 'ecid'] : ['ecid', 'anonymous'];
      world.sees({ [now]: `d${i}` }, 2_000 - i);
      world.sees({ [now]: `d${i}`, [before]: `d${i - 1}` }, 2_000 - i);
    }
    expect(world.people()).toHaveLength(1);
    expect(follow(world.graph, first)?.id).toBe(world.id('ecid:d999'));
    expect(world.nodes.get('anonymous:d0')?.person).toBe(world.id('ecid:d999'));
  });
});

describe('an un-merge', () => {
  const merged = () => {
    const world = openWorld();
    world.sees({ anonymous: 'tablet', email: 'jane@example.com' }, 0, true);
    world.sees({ user: 'john' }, 1);
    const absorbed = world.id('email:jane@example.com');
    const person = world.merge('user:john', 'email:jane@example.com');
    return { world, person, absorbed };
  };

  it('of a merge gives the absorbed person back, with her id, identities and fragments', () => {
    const { world, person, absorbed } = merged();
    expect(world.unmerge({ person, absorbed })).toEqual({ stays: person, leaves: absorbed });
    expect(world.people()).toEqual([['anonymous:tablet', 'email:jane@example.com'], ['user:john']]);
    expect(world.graph.person(absorbed)?.fragments.map(({ key }) => key)).toEqual(['anonymous:tablet']);
    expect(world.graph.person(person)?.merges).toEqual([]);
  });

  it('by identities takes out what was named, into a person with a new id', () => {
    const { world, person, absorbed } = merged();
    const { leaves } = world.unmerge({ person, keys: ['email:jane@example.com'] });
    expect([person, absorbed]).not.toContain(leaves);
    expect(world.people()).toEqual([['anonymous:tablet', 'user:john'], ['email:jane@example.com']]);
  });

  it('keeps them apart afterwards: no event joins them again, whichever of them it names first', () => {
    for (const said of [
      { anonymous: 'tablet', user: 'john' },
      { user: 'john', email: 'jane@example.com' },
      { email: 'jane@example.com', user: 'john', anonymous: 'tablet' },
    ]) {
      const { world, person, absorbed } = merged();
      world.unmerge({ person, absorbed });
      for (const minute of [5, 6]) expect(world.sees(said, minute, true).id).toBe(person);
      expect(world.people()).toEqual([['anonymous:tablet', 'email:jane@example.com'], ['user:john']]);
    }
  });

  it('keeps apart in both directions: what stayed does not follow what left', () => {
    const world = openWorld();
    world.sees({ anonymous: 'tablet' }, 0);
    world.sees({ anonymous: 'tablet', user: 'jane' }, 1);
    world.unmerge({ person: world.id('user:jane'), keys: ['user:jane'] });
    const jane = world.id('user:jane');
    expect(world.sees({ anonymous: 'tablet', user: 'jane' }, 2).id).toBe(jane);
    expect(world.people()).toEqual([['anonymous:tablet'], ['user:jane']]);
  });

  it('can be taken back by an operator, after which events join them as ever', () => {
    const { world, person, absorbed } = merged();
    world.unmerge({ person, absorbed });
    expect(world.merge('user:john', 'email:jane@example.com')).toBe(person);
    world.sees({ anonymous: 'tablet', user: 'john' }, 5);
    expect(world.people()).toEqual([['anonymous:tablet', 'email:jane@example.com', 'user:john']]);
    expect([...world.nodes.values()].flatMap((node) => node.apart)).toEqual([]);
  });

  it('is refused when the merge is not on record, an identity is not hers, or nothing would be left', () => {
    const { world, person } = merged();
    const refused = (order: Parameters<typeof world.unmerge>[0]) => {
      try {
        world.unmerge(order);
      } catch (error) {
        return (error as { code?: string }).code;
      }
      return undefined;
    };
    expect(refused({ person, absorbed: 42 })).toBe('identity.merge-unknown');
    expect(refused({ person, keys: ['user:somebody'] })).toBe('identity.not-hers');
    expect(refused({ person, keys: [] })).toBe('identity.not-hers');
    expect(refused({ person, keys: ['anonymous:tablet', 'email:jane@example.com', 'user:john'] })).toBe(
      'identity.nothing-left',
    );
    expect(world.people()).toEqual([['anonymous:tablet', 'email:jane@example.com', 'user:john']]);
  });
});
