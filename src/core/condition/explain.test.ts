import { describe, expect, it } from 'vitest';
import type { Event } from '../event.ts';
import type { JsonObject } from '../json.ts';
import { compileCondition } from './compile.ts';
import { type Condition, HEADS } from './condition.ts';
import { EXAMPLES } from './examples.fixture.ts';
import { type Explanation, explain } from './explain.ts';
import type { AudienceDefinition } from './parts/member.ts';
import { newFragment, viewOver } from './person.fixture.ts';
import { NOBODY } from './person-view.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-05-03T10:00:00Z');

function event(name: string, daysAgo: number, properties: JsonObject = {}): Event {
  const time = NOW - daysAgo * DAY;
  const rest = {
    id: `${name} ${daysAgo}`,
    type: 'track',
    channel: 'web',
    source: 's',
    identities: [],
    context: {},
  } as const;
  return { ...rest, name, time, received: time, properties };
}

const EVENTS = [
  event('Product Viewed', 1, { product_id: 'p1' }),
  event('Product Viewed', 2, { product_id: 'p2' }),
  event('Order Completed', 80, { revenue: 40 }),
  event('Order Completed', 20, { revenue: 60.5 }),
];
const AUDIENCES: Record<string, AudienceDefinition> = {
  spenders: {
    condition: { did: { event: 'Order Completed' }, sum: { of: { property: 'revenue' }, atLeast: 100 } },
  },
};
const audiences = (id: string) => AUDIENCES[id];

function explained(condition: Condition) {
  const compiled = compileCondition(condition, { audiences });
  const fragment = newFragment(compiled.traits);
  for (const one of EVENTS) fragment.feed(one);
  const facts = {
    attribute: (name: string) => (name === 'city' ? 'Bern' : undefined),
    consent: () => undefined,
  };
  return explain(condition, compiled, viewOver(compiled.traits, [fragment], facts), NOW, audiences);
}

describe('explain', () => {
  it('says where somebody falls in a split, and that nothing changes it', () => {
    const condition: Condition = {
      all: [
        { split: 'spring', from: 0, to: 0.5 },
        { split: 'spring', from: 0.5, to: 1 },
      ],
    };
    const compiled = compileCondition(condition);
    const answer = explain(condition, compiled, { ...NOBODY, id: 7 }, NOW);
    const found = { kind: 'value', value: 0.8952 };
    const part = { audience: undefined, head: 'split', changesAt: undefined, found, parts: [] };
    expect(answer).toEqual({
      pointer: '',
      audience: undefined,
      head: 'all',
      isMet: false,
      changesAt: undefined,
      found: undefined,
      parts: [
        { ...part, pointer: '/all/0', isMet: false },
        { ...part, pointer: '/all/1', isMet: true },
      ],
    });
  });

  it('says of each part whether it is met, what was found and when that changes by itself', () => {
    const answer = explained({
      all: [
        { did: { event: 'Order Completed' }, in: { last: '90d' }, times: { atLeast: 2 } },
        { any: [{ attribute: 'city', text: { is: 'Basel' } }, { member: 'spenders' }] },
        { not: { did: { event: 'Product Viewed' }, lastTime: { withinLast: '12h' } } },
        {
          sequence: [
            { did: { event: 'Product Viewed' } },
            { did: { event: 'Order Completed' }, within: '7d' },
          ],
        },
      ],
    });
    const none = { audience: undefined, changesAt: undefined, found: undefined, parts: [] };
    expect(answer).toEqual({
      ...none,
      pointer: '',
      head: 'all',
      isMet: false,
      parts: [
        {
          ...none,
          pointer: '/all/0',
          head: 'did',
          isMet: true,
          changesAt: NOW + 10 * DAY,
          found: { kind: 'value', value: 2 },
        },
        {
          ...none,
          pointer: '/all/1',
          head: 'any',
          isMet: true,
          parts: [
            {
              ...none,
              pointer: '/all/1/any/0',
              head: 'attribute',
              isMet: false,
              found: { kind: 'value', value: 'Bern' },
            },
            {
              ...none,
              pointer: '/all/1/any/1',
              head: 'member',
              isMet: true,
              parts: [
                {
                  ...none,
                  pointer: '',
                  audience: 'spenders',
                  head: 'did',
                  isMet: true,
                  found: { kind: 'value', value: 100.5 },
                },
              ],
            },
          ],
        },
        {
          ...none,
          pointer: '/all/2',
          head: 'not',
          isMet: true,
          parts: [
            {
              ...none,
              pointer: '/all/2/not',
              head: 'did',
              isMet: false,
              found: { kind: 'time', ms: NOW - DAY },
            },
          ],
        },
        {
          ...none,
          pointer: '/all/3',
          head: 'sequence',
          isMet: false,
          found: { kind: 'steps', doneCount: 1, stepsCount: 2 },
        },
      ],
    });
  });

  it('finds what people defined and what repeats, with the exact moment at which it changes', () => {
    const of = { property: 'product_id' };
    const trait = { did: { event: 'Order Completed' }, in: { last: '30d' } } as const;
    const [spent, newest, repeated] = explained({
      all: [
        { trait: { ...trait, measure: 'sum', of: { property: 'revenue' } }, number: { atLeast: 50 } },
        { did: { event: 'Product Viewed' }, newest: { of, size: 1, list: { includes: ['p2'] } } },
        { did: { event: 'Product Viewed' }, in: { last: '2d' }, repeated: { of, atMost: 1 } },
      ],
    }).parts;
    expect(spent).toMatchObject({
      pointer: '/all/0',
      head: 'trait',
      isMet: true,
      changesAt: NOW + 10 * DAY,
      found: { kind: 'value', value: 60.5 },
    });
    expect(newest).toMatchObject({ isMet: false, found: { kind: 'value', value: ['p1'] } });
    expect(repeated).toMatchObject({ isMet: true, found: { kind: 'value', value: 1 } });
  });

  it('says something of every kind of part, at its place in the document', () => {
    const heads = new Set<string>();
    const look = (answer: Explanation, document: unknown): void => {
      heads.add(answer.head);
      const part = partAt(document, answer.pointer);
      expect(part).toHaveProperty(answer.head);
      const joins = ['all', 'any', 'not', 'member'].includes(answer.head);
      if (!joins) expect(answer.found, answer.head).toBeDefined();
      for (const inner of answer.parts)
        look(inner, inner.audience === answer.audience ? document : conditionOf(inner.audience!));
    };
    for (const [, condition] of EXAMPLES) {
      const compiled = compileCondition(condition, around);
      look(explain(condition, compiled, NOBODY, NOW, around.audiences), condition);
    }
    expect([...heads].sort()).toEqual([...HEADS].sort());
  });
});

const around = {
  audiences: (id: string): AudienceDefinition =>
    id === 'staff' ? { list: true } : { condition: { attribute: 'city', exists: true } },
  traits: () => ({ did: { event: 'Order Completed' }, measure: 'times' }) as const,
};

function conditionOf(audience: string): unknown {
  const definition = around.audiences(audience);
  return 'condition' in definition ? definition.condition : { did: {} };
}

function partAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce((value, key) => (value as Record<string, unknown>)[key], document);
}
