import type { Condition } from './condition.ts';

const yoga = { event: 'Order Completed', products: [{ product: 'category', text: { is: 'yoga wear' } }] };
const bought = { event: 'Order Completed' };
const viewed = { event: 'Product Viewed' };
const added = { event: 'Product Added' };

/** One condition or more for every operator: the examples of docs/conditions.md, and what every language is heard with. */
export const EXAMPLES: readonly (readonly [title: string, condition: Condition])[] = [
  ['bought', { did: bought }],
  ['not bought', { not: { did: bought, in: { last: '90d' } } }],
  ['times', { did: yoga, in: { last: '90d' }, times: { atLeast: 2 } }],
  [
    'exactly once today',
    { did: viewed, in: { calendar: 'day', timeZone: 'Europe/Zurich' }, times: { exactly: 1 } },
  ],
  ['never', { did: bought, times: { exactly: 0 } }],
  ['a few times', { did: { event: '*' }, in: { last: '1w' }, times: { atLeast: 2, atMost: 5 } }],
  ['at most', { did: { event: 'Quiz Finished' }, in: { last: '1y' }, times: { atMost: 3 } }],
  [
    'not a thing',
    {
      not: {
        did: {
          event: 'Product Viewed',
          products: [{ product: 'brand', text: { anyOf: ['Asics', 'Nike'] } }],
        },
      },
    },
  ],
  ['lines', { did: bought, in: { last: '30d' }, lines: { atLeast: 10 } }],
  [
    'filter',
    {
      did: {
        event: 'Order Completed',
        where: [
          { origin: 'channel', text: { is: 'store' } },
          { property: 'coupon', exists: true },
        ],
      },
    },
  ],
  ['several events', { did: { event: ['Product Viewed', 'Products Searched'] }, in: { last: '24h' } }],
  ['sum', { did: bought, in: { last: '1y' }, sum: { of: { property: 'revenue' }, atLeast: 1234.5 } }],
  ['sum of lines', { did: yoga, sum: { of: { product: 'amount' }, above: 100 } }],
  ['average', { did: bought, average: { of: { property: 'revenue' }, below: 50 } }],
  ['minimum', { did: bought, in: { last: '6mo' }, minimum: { of: { product: 'price' }, atLeast: 10 } }],
  ['maximum', { did: bought, maximum: { of: { property: 'revenue' }, atMost: 200 } }],
  ['first value', { did: bought, first: { of: { property: 'coupon' }, text: { is: 'WELCOME' } } }],
  [
    'last value',
    {
      did: bought,
      last: { of: { property: 'delivery_date' }, date: { withinNext: '3d', timeZone: 'Europe/Zurich' } },
    },
  ],
  ['first time', { did: bought, firstTime: { after: '2026-01-31' } }],
  ['last time', { did: bought, lastTime: { longerAgo: '90d' } }],
  ['distinct', { did: viewed, in: { last: '30d' }, distinct: { of: { product: 'category' }, atLeast: 3 } }],
  [
    'most frequent',
    { did: bought, mostFrequent: { of: { product: 'category' }, text: { anyOf: ['yoga', 'running'] } } },
  ],
  ['repeated', { did: viewed, in: { last: '7d' }, repeated: { of: { product: 'product_id' }, atLeast: 3 } }],
  ['newest', { did: viewed, newest: { of: { product: 'category' }, size: 5, list: { includes: ['yoga'] } } }],
  ['trait', { trait: 'orders-90d', number: { atLeast: 3, below: 10 } }],
  ['trait missing', { not: { trait: 'favourite-category', exists: true } }],
  [
    'trait written out',
    {
      trait: {
        did: bought,
        in: { last: '1y' },
        measure: 'average',
        of: { property: 'revenue' },
      },
      number: { above: 80 },
    },
  ],
  [
    'trait of a count written out',
    { trait: { did: bought, in: { last: '1y' }, measure: 'times' }, number: { isNot: 2 } },
  ],
  [
    'trait of lines and of a time written out',
    {
      any: [
        { trait: { did: viewed, measure: 'lines' }, number: { above: 3 } },
        { trait: { did: viewed, measure: 'lastTime' }, date: { withinLast: '1d' } },
      ],
    },
  ],
  [
    'catalogue words',
    {
      did: {
        event: 'Product Added',
        products: [
          { catalogue: 'category', text: { starts: 'Women' } },
          { catalogue: 'brand', text: { is: 'Asics' } },
        ],
      },
      in: { last: '30min' },
    },
  ],
  [
    'catalogue',
    {
      did: {
        event: 'Product Viewed',
        products: [
          { catalogue: 'stock', number: { above: 0 } },
          { catalogue: 'price', number: { atMost: 50 } },
        ],
      },
      in: { last: '14d' },
    },
  ],
  ['between dates', { did: bought, in: { from: '2026-11-01', to: '2026-12-24', timeZone: 'Europe/Zurich' } }],
  ['previous month', { did: bought, in: { calendar: 'month', back: 1, timeZone: 'person' } }],
  ['since', { not: { did: bought, in: { since: { event: 'Email Opened' } } } }],
  [
    'sequence with an afterwards',
    { sequence: [{ did: yoga }, { did: yoga }], afterwards: { without: [bought] }, in: { last: '90d' } },
  ],
  [
    'abandoned cart',
    { sequence: [{ did: added }], afterwards: { without: [bought], for: '1h' }, in: { last: '7d' } },
  ],
  [
    'funnel',
    {
      sequence: [
        { did: viewed },
        { did: added, within: '2d', without: [{ event: 'Product Removed' }] },
        { did: bought, within: '7d', after: '1h' },
      ],
    },
  ],
  ['text', { attribute: 'city', text: { is: 'Bern' } }],
  ['text pattern', { attribute: 'email', text: { like: '*@example.com', ignoreCase: true } }],
  ['text none', { attribute: 'country', text: { noneOf: ['DE', 'AT'] } }],
  [
    'text parts',
    {
      attribute: 'company_name',
      text: { starts: 'A', ends: 'G', contains: 'cm', lacks: '?', isNot: 'ACMG' },
    },
  ],
  ['number', { attribute: 'loyaltyPoints', number: { atLeast: 1000, below: 5000 } }],
  ['number not', { attribute: 'children', number: { isNot: 0 } }],
  ['date fixed', { attribute: 'memberSince', date: { before: '2024-02-29' } }],
  ['date on', { attribute: 'memberSince', date: { on: '2024-02-29' } }],
  ['date recent', { attribute: 'memberSince', date: { withinLast: '1mo' } }],
  ['date ahead', { attribute: 'contract.end', date: { furtherAhead: '1y' } }],
  ['birthday', { attribute: 'birthday', date: { anniversary: { next: 7 }, timeZone: 'person' } }],
  ['birthday today', { attribute: 'birthday', date: { anniversary: { next: 0 } } }],
  ['past anniversary', { attribute: 'memberSince', date: { anniversary: { last: 1 }, leapDay: '03-01' } }],
  ['age', { attribute: 'birthday', date: { fullYears: { atLeast: 18 } } }],
  ['list', { attribute: 'interests', list: { includes: ['yoga', 'surfing'] } }],
  [
    'list all',
    { attribute: 'interests', list: { includesAll: ['yoga', 'surfing'], includesNone: ['golf'] } },
  ],
  ['list size', { attribute: 'interests', list: { sizeAtLeast: 1, sizeAtMost: 3 } }],
  ['truth', { attribute: 'vip', truth: true }],
  ['truth false', { attribute: 'vip', truth: false }],
  ['exists', { attribute: 'email', exists: true }],
  ['missing', { not: { attribute: 'phone', exists: true } }],
  ['member', { member: 'summer-sale' }],
  ['not member', { not: { member: 'summer-sale' } }],
  ['consent', { consent: { channel: 'email' }, is: 'in' }],
  ['reachable', { not: { reachable: 'sms' } }],
  ['score', { score: 'churn', number: { atLeast: 0.7 } }],
  ['split', { split: 'spring-test', from: 0, to: 0.1 }],
  [
    'nested',
    {
      all: [
        { did: bought, in: { last: '1y' }, times: { atLeast: 3 } },
        { any: [{ attribute: 'city', text: { anyOf: ['Bern', 'Basel'] } }, { reachable: 'push' }] },
        { not: { any: [{ member: 'staff' }, { consent: { channel: 'email' }, is: 'out' }] } },
      ],
    },
  ],
];
