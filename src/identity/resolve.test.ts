import { describe, expect, it } from 'vitest';
import { hash53 } from '../core/index.ts';
import { openWorld } from './world.fixture.ts';

const MINUTE = 60_000;

// The four result cases of the identity optimisation algorithm that retailers know from Adobe Experience Platform.
describe('the known cases of linking', () => {
  it('a shared device belongs to whoever logged in on it last', () => {
    const world = openWorld();
    world.sees({ ecid: 'tablet', crm: 'jane' }, 0, true);
    world.sees({ ecid: 'tablet', crm: 'john' }, 1, true);
    expect(world.people()).toEqual([['crm:jane'], ['crm:john', 'ecid:tablet']]);
  });

  it('an e-mail address that two customers gave belongs to the newer one: the older link is cut', () => {
    const world = openWorld();
    world.sees({ crm: 'one', email: 'test@example.com' }, 0);
    world.sees({ crm: 'two', email: 'test@example.com' }, 1);
    expect(world.people()).toEqual([['crm:one'], ['crm:two', 'email:test@example.com']]);
  });

  it('anonymous events on a shared tablet are of the last one who logged in, until somebody else does', () => {
    const world = openWorld();
    const jane = world.sees({ ecid: 'tablet', crm: 'jane' }, 0, true).id;
    expect(world.sees({ ecid: 'tablet' }, 1).id).toBe(jane);
    const john = world.sees({ ecid: 'tablet', crm: 'john' }, 2, true).id;
    expect(world.sees({ ecid: 'tablet' }, 3).id).toBe(john);
    world.sees({ ecid: 'tablet', crm: 'jane' }, 4, true);
    expect(world.sees({ ecid: 'tablet' }, 5).id).toBe(jane);
    expect(world.people()).toEqual([['crm:jane', 'ecid:tablet'], ['crm:john']]);
  });

  it('somebody with a single identity is a person', () => {
    const world = openWorld();
    world.sees({ crm: 'alone' }, 0);
    expect(world.people()).toEqual([['crm:alone']]);
  });
});

describe('known identities', () => {
  it('a unique namespace has one value a person: the newer takes the place of the older', () => {
    const world = openWorld();
    const sarah = world.sees({ user: 'sarah', email: 'old@example.com' }, 0).id;
    const { id, moves } = world.sees({ user: 'sarah', email: 'new@example.com' }, 1);
    expect(id).toBe(sarah);
    expect(world.people()).toEqual([['email:new@example.com', 'user:sarah']]);
    expect(moves).toEqual([
      { kind: 'cut', key: 'email:old@example.com', person: sarah, why: 'email is unique and changed' },
      { kind: 'linked', key: 'email:new@example.com', person: sarah },
    ]);
  });

  it('a namespace that is not unique has many values a person', () => {
    const world = openWorld();
    world.sees({ user: 'sarah', phone: '0171 1234567' }, 0);
    world.sees({ user: 'sarah', phone: '0172 1234567' }, 1);
    expect(world.people()).toEqual([['phone:+491711234567', 'phone:+491721234567', 'user:sarah']]);
  });

  it('the stronger namespace leads when an event names two people who cannot be one', () => {
    const world = openWorld();
    const one = world.sees({ crm: 'one', email: 'one@example.com' }, 0).id;
    world.sees({ crm: 'two', email: 'two@example.com' }, 1);
    expect(world.sees({ email: 'two@example.com', crm: 'one' }, 2).id).toBe(one);
    expect(world.people()).toEqual([['crm:one', 'email:two@example.com'], ['crm:two']]);
  });

  it('priorities are settings: another order of namespaces gives another leader', () => {
    const world = openWorld({
      namespaces: [
        { name: 'crm', subject: 'person', unique: true, priority: 40, form: 'text' },
        { name: 'email', subject: 'person', unique: true, priority: 10, form: 'email' },
      ],
    });
    world.sees({ crm: 'one', email: 'one@example.com' }, 0);
    const two = world.sees({ crm: 'two', email: 'two@example.com' }, 1).id;
    expect(world.sees({ email: 'two@example.com', crm: 'one' }, 2).id).toBe(two);
    expect(world.people()).toEqual([['crm:one', 'email:two@example.com'], ['email:one@example.com']]);
  });

  it('an event that names two people who agree makes them one, with the id of the stronger', () => {
    const world = openWorld();
    const card = world.sees({ loyalty: 'card' }, 0).id;
    const user = world.sees({ user: 'sarah' }, 1).id;
    const { id, moves } = world.sees({ loyalty: 'card', user: 'sarah' }, 2);
    expect([id, moves]).toEqual([user, [{ kind: 'merged', from: card, into: user, why: 'same event' }]]);
    expect(world.people()).toEqual([['loyalty:card', 'user:sarah']]);
  });

  it('the older link is cut by the time of the events, not by the order of their arrival', () => {
    const events = [
      [{ crm: 'one', email: 'test@example.com' }, 0],
      [{ crm: 'two', email: 'test@example.com' }, 1],
    ] as const;
    for (const order of [events, events.toReversed()]) {
      const world = openWorld();
      for (const [said, minute] of order) world.sees(said, minute);
      expect(world.people()).toEqual([['crm:one'], ['crm:two', 'email:test@example.com']]);
    }
  });

  it('a late event does not bring back an address that was changed since', () => {
    const world = openWorld();
    world.sees({ user: 'sarah', email: 'new@example.com' }, 9);
    world.sees({ user: 'sarah', email: 'old@example.com' }, 1);
    expect(world.people()).toEqual([['email:new@example.com', 'user:sarah']]);
  });

  it('an address that its owner gave up begins a new person when somebody uses it again', () => {
    const world = openWorld();
    const sarah = world.sees({ user: 'sarah', email: 'old@example.com' }, 0).id;
    world.sees({ user: 'sarah', email: 'new@example.com' }, 1);
    const stranger = world.sees({ email: 'old@example.com' }, 2).id;
    expect(stranger).not.toBe(sarah);
    world.sees({ user: 'stranger', email: 'old@example.com' }, 3);
    expect(world.people()).toEqual([
      ['email:new@example.com', 'user:sarah'],
      ['email:old@example.com', 'user:stranger'],
    ]);
  });
});

describe('devices', () => {
  it('what an unknown visitor did becomes that of the person who logs in', () => {
    const world = openWorld();
    const visitor = world.sees({ anonymous: 'phone' }, 0).id;
    const sarah = world.sees({ anonymous: 'phone', user: 'sarah' }, 1).id;
    expect(sarah).toBe(visitor);
    expect(world.people()).toEqual([['anonymous:phone', 'user:sarah']]);
  });

  it('a second device joins the person it logs in as', () => {
    const world = openWorld();
    const sarah = world.sees({ anonymous: 'phone', user: 'sarah' }, 0).id;
    const visitor = world.sees({ anonymous: 'laptop' }, 1).id;
    expect(world.sees({ anonymous: 'laptop', user: 'sarah' }, 2)).toEqual({
      id: sarah,
      moves: [{ kind: 'merged', from: visitor, into: sarah, why: 'same event' }],
    });
    expect(world.people()).toEqual([['anonymous:laptop', 'anonymous:phone', 'user:sarah']]);
  });

  it('a late log-in does not take a device back', () => {
    const world = openWorld();
    world.sees({ anonymous: 'tablet', user: 'jane' }, 0);
    const john = world.sees({ anonymous: 'tablet', user: 'john' }, 5).id;
    const jane = world.sees({ anonymous: 'tablet', user: 'jane' }, 3).id;
    expect(world.owner('anonymous:tablet')).toEqual(['anonymous:tablet', 'user:john']);
    expect(world.sees({ anonymous: 'tablet' }, 6).id).toBe(john);
    expect(world.sees({ anonymous: 'tablet' }, 4).id).toBe(jane);
  });

  it('a late anonymous event is of whoever had the device then', () => {
    const world = openWorld();
    const jane = world.sees({ anonymous: 'tablet', user: 'jane' }, 0).id;
    const john = world.sees({ anonymous: 'tablet', user: 'john' }, 5).id;
    world.sees({ anonymous: 'tablet', user: 'jane' }, 8);
    const owners = [1, 4, 5, 7, 8, 9].map((minute) => world.sees({ anonymous: 'tablet' }, minute).id);
    expect(owners).toEqual([jane, jane, john, john, jane, jane]);
  });

  it('two devices of one anonymous event are one person, unless both are known people’s', () => {
    const world = openWorld();
    world.sees({ anonymous: 'a' }, 0);
    world.sees({ ecid: 'b' }, 1);
    world.sees({ anonymous: 'a', ecid: 'b' }, 2);
    expect(world.people()).toEqual([['anonymous:a', 'ecid:b']]);
    const known = openWorld();
    known.sees({ anonymous: 'a', user: 'jane' }, 0);
    known.sees({ ecid: 'b', user: 'john' }, 1);
    known.sees({ anonymous: 'a', ecid: 'b' }, 2);
    expect(known.people()).toEqual([
      ['anonymous:a', 'user:jane'],
      ['ecid:b', 'user:john'],
    ]);
  });
});

describe('the join policy', () => {
  const browseThenLogIn = (joinPolicy: 'never' | 'on-authentication' | 'always') => {
    const world = openWorld({ joinPolicy });
    world.sees({ anonymous: 'phone' }, 0);
    world.sees({ anonymous: 'phone', email: 'sarah@example.com' }, 1, false);
    const afterMention = world.people();
    world.sees({ anonymous: 'phone', user: 'sarah', email: 'sarah@example.com' }, 2);
    return [afterMention, world.people()];
  };
  const apart = [['anonymous:phone'], ['email:sarah@example.com']];

  it('never: what devices do stays apart from known people, though they log in', () => {
    const known = ['email:sarah@example.com', 'user:sarah'];
    expect(browseThenLogIn('never')).toEqual([apart, [['anonymous:phone'], known]]);
  });

  it('on authentication: a device joins who logs in on it, not who is merely named', () => {
    const joined = [['anonymous:phone', 'email:sarah@example.com', 'user:sarah']];
    expect(browseThenLogIn('on-authentication')).toEqual([apart, joined]);
  });

  it('always: a device joins whomever an event names', () => {
    const joined = ['anonymous:phone', 'email:sarah@example.com'];
    expect(browseThenLogIn('always')).toEqual([[joined], [[...joined, 'user:sarah']]]);
  });
});

describe('the limit of identities', () => {
  it('the device that was unused longest leaves first, and known identities last', () => {
    const world = openWorld({ identitiesPerPersonMax: 4 });
    world.sees({ user: 'sarah', email: 'sarah@example.com' }, 0);
    world.sees({ anonymous: 'first', user: 'sarah' }, 1);
    world.sees({ anonymous: 'second', user: 'sarah' }, 2);
    world.sees({ anonymous: 'first', user: 'sarah' }, 3);
    const { id, moves } = world.sees({ anonymous: 'third', user: 'sarah' }, 4);
    expect(moves).toEqual([
      { kind: 'linked', key: 'anonymous:third', person: id },
      { kind: 'cut', key: 'anonymous:second', person: id, why: 'more than 4 identities' },
    ]);
    expect(world.people()).toEqual([
      ['anonymous:first', 'anonymous:third', 'email:sarah@example.com', 'user:sarah'],
    ]);
  });

  it('what a device did before it left stays with the person, though a late event pushed it out', () => {
    const world = openWorld({ identitiesPerPersonMax: 3 });
    const sarah = world.sees({ anonymous: 'a', user: 'sarah' }, 5).id;
    world.sees({ anonymous: 'b', user: 'sarah' }, 6);
    world.sees({ anonymous: 'c', user: 'sarah' }, 1);
    world.sees({ anonymous: 'd', user: 'sarah' }, 2);
    expect(world.people()).toEqual([['anonymous:a', 'anonymous:b', 'user:sarah']]);
    world.sees({ anonymous: 'e', user: 'sarah' }, 7);
    expect(world.owner('user:sarah')).toEqual(['anonymous:b', 'anonymous:e', 'user:sarah']);
    expect(world.sees({ anonymous: 'a' }, 4).id).toBe(sarah);
    expect(world.sees({ anonymous: 'a' }, 8).id).not.toBe(sarah);
  });

  it('ten thousand identities chained onto one person stay within the limit', () => {
    const world = openWorld({ identitiesPerPersonMax: 50 });
    for (let i = 0; i < 10_000; i++) world.sees({ anonymous: `device-${i}`, user: 'bot' }, i);
    expect(world.owner('user:bot')).toHaveLength(50);
    expect(world.everybody()).toHaveLength(1);
  });
});

describe('ids of people', () => {
  it('follow from the identity that a person was born from, so the same log gives the same ids', () => {
    const [one, two] = [openWorld(), openWorld()];
    for (const world of [one, two]) {
      world.sees({ anonymous: 'phone' }, 0);
      world.sees({ anonymous: 'phone', user: 'sarah' }, 1);
    }
    expect(one.id('user:sarah')).toBe(hash53('anonymous:phone'));
    expect(two.id('user:sarah')).toBe(one.id('user:sarah'));
  });
});

describe('a link', () => {
  it('remembers the first and the newest evidence, whatever the order in which they come', () => {
    for (const minutes of [
      [1, 5, 3],
      [5, 3, 1],
    ]) {
      const world = openWorld();
      for (const minute of minutes) world.sees({ user: 'sarah' }, minute);
      expect(world.everybody()[0]?.links).toEqual({
        'user:sarah': { since: 2 * MINUTE, last: 6 * MINUTE, source: 'web', why: 'same event' },
      });
    }
  });
});
