import { describe, expect, it } from 'vitest';
import { createKinds, type Finding } from '../definition/index.ts';
import { audienceKind } from './audience-kind.ts';
import { traitKind } from './trait-kind.ts';

const kinds = createKinds([audienceKind, traitKind]);
const bought = { did: { event: 'Order Completed' } };
const LIVE: Readonly<Record<string, unknown>> = {
  'audience/gold': { name: 'Gold', condition: { attribute: 'tier', text: { is: 'gold' } } },
  'audience/vip': { name: 'VIP', list: true },
  'audience/buyers': {
    name: 'Buyers',
    condition: bought,
    split: { parts: [{ id: 'control', name: 'Control', share: 0.1 }] },
  },
  'audience/top': {
    name: 'Top',
    set: 'gold',
    rank: { by: { attribute: 'points' }, order: 'most', limit: 10 },
  },
  'audience/around': { name: 'Around', set: { union: ['gold', 'me'] } },
  'trait/favourite': { name: 'Favourite', ...bought, measure: 'mostFrequent', of: { property: 'category' } },
};
const others = { document: (key: string) => LIVE[key], attributes: new Set(['tier', 'points']) };

function found(document: object, id = 'me'): [string, string][] {
  return kinds
    .check(`audience/${id}`, { name: 'Me', ...document }, others)
    .map(({ code, pointer }: Finding) => [code, pointer]);
}

describe('an audience', () => {
  it('may be a condition, a set of others and their parts, a list, or a ranking', () => {
    expect(found({ condition: bought, description: 'Who ever bought' })).toEqual([]);
    expect(found({ list: true })).toEqual([]);
    const set = {
      from: { union: ['gold', 'vip', 'buyers/control'] },
      exclude: ['top', { condition: { not: bought } }],
    };
    expect(found({ set })).toEqual([]);
    expect(kinds.dependsOn('audience/me', { name: 'Me', set }).toSorted()).toEqual([
      'audience/buyers',
      'audience/gold',
      'audience/top',
      'audience/vip',
    ]);
    const by = { trait: { ...bought, measure: 'lastTime' } };
    expect(found({ set: 'gold', rank: { by, order: 'least', limit: 5, every: '1h' } })).toEqual([]);
    const split = {
      attribute: 'tier',
      parts: [{ id: 'a', name: 'A', values: ['x'] }],
      other: { id: 'b', name: 'B' },
    };
    expect(found({ condition: bought, split })).toEqual([]);
  });

  it('says who, and says it once', () => {
    expect(found({})).toEqual([['audience.incomplete', '']]);
    expect(found({ condition: bought, list: true })).toEqual([['audience.ambiguous', '/list']]);
    expect(found({ list: true, rank: { by: { attribute: 'points' }, order: 'most', limit: 5 } })).toEqual([
      ['audience.ambiguous', '/rank'],
    ]);
  });

  it.each([
    [
      'an audience that there is not',
      { set: { union: ['gold', 'nobody'] } },
      'condition.unknown-audience',
      '/set/union/1',
    ],
    ['a part that there is not', { set: 'buyers/nobody' }, 'condition.unknown-audience', '/set'],
    ['itself', { set: { from: 'gold', exclude: ['me'] } }, 'condition.cycle', '/set/exclude/0'],
    ['itself through others', { set: { intersect: ['around'] } }, 'condition.cycle', '/set/intersect/0'],
    [
      'what is wrong within a block',
      {
        set: {
          union: [
            'gold',
            { condition: { did: { event: 'A' }, in: { from: '2026-05-02', to: '2026-05-01' } } },
          ],
        },
      },
      'condition.impossible-window',
      '/set/union/1/condition/in',
    ],
    [
      'blocks that leave nobody over',
      { set: { from: 'gold', exclude: ['gold'] } },
      'condition.contradiction',
      '/set',
    ],
    [
      'a type that does not fit',
      { condition: { all: [bought, { attribute: 'points', number: { above: 'x' } }] } },
      'condition.wrong-type',
      '/condition/all/1/number/above',
    ],
    [
      'a contradiction',
      { condition: { all: [bought, { not: bought }] } },
      'condition.contradiction',
      '/condition/all/1',
    ],
    [
      'a trait that is no number',
      { condition: bought, rank: { by: { trait: 'favourite' }, order: 'most', limit: 5 } },
      'audience.no-number',
      '/rank/by/trait',
    ],
    [
      'a trait that there is not',
      { condition: bought, rank: { by: { trait: 'nobody' }, order: 'most', limit: 5 } },
      'condition.unknown-trait',
      '/rank/by/trait',
    ],
    [
      'more than everybody',
      {
        list: true,
        split: {
          parts: [
            { id: 'a', name: 'A', share: 0.6 },
            { id: 'b', name: 'B', share: 0.5 },
          ],
        },
      },
      'audience.shares',
      '/split/parts',
    ],
    [
      'two parts of one id',
      {
        list: true,
        split: {
          parts: [
            { id: 'a', name: 'A', share: 0.6 },
            { id: 'a', name: 'B', share: 0.1 },
          ],
        },
      },
      'audience.part-twice',
      '/split/parts/1/id',
    ],
  ])('is refused with the place of %s', (_, document, code, pointer) => {
    expect(found(document)[0]).toEqual([code, pointer]);
  });

  it('is warned of an attribute that nobody has, which does not keep it from being published', () => {
    expect(found({ condition: { attribute: 'teir', text: { is: 'gold' } } })).toEqual([
      ['definition.unknown-attribute', '/condition/attribute'],
    ]);
  });
});
