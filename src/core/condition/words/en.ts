import type { DurationUnit } from '../../trait/index.ts';
import type { Dictionary, Span } from './dictionary.ts';
import { enEvents } from './en-events.ts';

const UNITS: Readonly<Record<DurationUnit, string>> = {
  min: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
  y: 'year',
};
const BOUNDS = { exactly: 'exactly', atLeast: 'at least', atMost: 'at most' } as const;
const CONSENTS = { in: 'allowed', out: 'refused', unknown: 'said nothing about' } as const;

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function often(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** the last 90 days, the last day. */
function span([count, unit]: Span): string {
  return count === 1 ? UNITS[unit] : plural(count, UNITS[unit]);
}

function neither(items: readonly string[]): string {
  return items.length === 1 ? `not ${items[0]}` : `neither ${items.join(' nor ')}`;
}

/** English. */
export const en: Dictionary = {
  events: enEvents,
  anything: {
    did: 'was active {when}',
    didThing: 'did something with {thing} {when}',
    not: 'has not been active {when}',
    notThing: 'has done nothing with {thing} {when}',
    many: 'activities',
    first: 'the first activity',
    last: 'the last activity',
    since: 'since the last activity',
  },
  otherEvent: (name) => ({
    did: `did “${name}” {when}`,
    didThing: `did “${name}” with {thing} {when}`,
    not: `has not done “${name}” {when}`,
    notThing: `has not done “${name}” with {thing} {when}`,
    many: `“${name}” events`,
    first: `the first “${name}”`,
    last: `the last “${name}”`,
    since: `since the last “${name}”`,
  }),
  labels: {
    category: 'category',
    brand: 'brand',
    price: 'price',
    stock: 'stock',
    quantity: 'quantity',
    amount: 'amount',
    product_id: 'product',
    name: 'name',
    revenue: 'revenue',
    currency: 'currency',
    coupon: 'coupon',
    store: 'store',
    channel: 'channel',
    source: 'source',
    type: 'type',
    email: 'e-mail address',
    phone: 'telephone number',
    city: 'city',
    country: 'country',
    language: 'language',
    gender: 'gender',
    age: 'age',
    birthday: 'birthday',
    loyaltyTier: 'loyalty tier',
    loyaltyPoints: 'balance of loyalty points',
  },
  otherLabel: (name) => name,
  test: {
    is: (label, value) => `${label} is ${value}`,
    isNot: (label, value) => `${label} is not ${value}`,
    anyOf: (label, values) => `${label} is ${values}`,
    noneOf: (label, values) => `${label} is ${neither(values)}`,
    starts: (label, value) => `${label} begins with ${value}`,
    ends: (label, value) => `${label} ends with ${value}`,
    contains: (label, value) => `${label} contains ${value}`,
    lacks: (label, value) => `${label} does not contain ${value}`,
    like: (label, value) => `${label} is like ${value}`,
    above: (label, value) => `${label} is more than ${value}`,
    atLeast: (label, value) => `${label} is at least ${value}`,
    below: (label, value) => `${label} is less than ${value}`,
    atMost: (label, value) => `${label} is at most ${value}`,
    before: (label, date) => `${label} is before ${date}`,
    after: (label, date) => `${label} is after ${date}`,
    on: (label, date) => `${label} is on ${date}`,
    withinLast: (label, length) => `${label} is within the last ${span(length)}`,
    longerAgo: (label, duration) => `${label} is at least ${duration} ago`,
    withinNext: (label, length) => `${label} is within the next ${span(length)}`,
    furtherAhead: (label, duration) => `${label} is more than ${duration} ahead`,
    anniversaryNext: (label, days) =>
      days === 0 ? `${label} comes round today` : `${label} comes round within the next ${span([days, 'd'])}`,
    anniversaryLast: (label, days) =>
      days === 0 ? `${label} comes round today` : `${label} came round within the last ${span([days, 'd'])}`,
    fullYears: (label, [count, isOne]) => `${label} is ${count} full ${isOne ? 'year' : 'years'} ago`,
    includes: (label, values) => `${label} includes ${values}`,
    includesAll: (label, values) => `${label} includes ${values.join(' and ')}`,
    includesNone: (label, values) =>
      `${label} includes ${values.length === 1 ? `no ${values[0]}` : neither(values)}`,
    sizeAtLeast: (label, count) => `${label} has at least ${plural(count, 'value')}`,
    sizeAtMost: (label, count) => `${label} has at most ${plural(count, 'value')}`,
    isTrue: (label) => `${label} is true`,
    isFalse: (label) => `${label} is false`,
    exists: (label) => `${label} is known`,
    missing: (label) => `${label} is not known`,
  },
  happened: {
    before: (label, date) => `${label} was before ${date}`,
    after: (label, date) => `${label} was after ${date}`,
    on: (label, date) => `${label} was on ${date}`,
    withinLast: (label, length) => `${label} was within the last ${span(length)}`,
    longerAgo: (label, duration) => `${label} was at least ${duration} ago`,
  },
  channels: {
    email: 'e-mail',
    sms: 'text message',
    push: 'push message',
    phone: 'telephone',
    post: 'post',
    any: 'all channels',
  },
  purposes: {
    marketing: 'marketing',
    service: 'service messages',
    personalization: 'personal offers',
    analytics: 'analysis',
    profiling: 'profiling',
    advertising: 'advertising elsewhere',
  },
  gap: ' ',
  quote: (text) => `“${text}”`,
  choice: (items) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`,
  and: ', and ',
  or: ', or ',
  also: ' and ',
  bracketed: (text) => `(${text})`,
  not: (clause) => `not (${clause})`,
  products: (tests) => `products whose ${tests}`,
  catalogueNow: (label) => `current ${label}`,
  of: (phrase, thing) => `${phrase} of ${thing}`,
  when: (times, window) => `${times} ${window}`,
  several: (clauses, when, isNot) => `${clauses.join(isNot ? ' and ' : ' or ')} ${when}`,
  times: (bound, count) => `${BOUNDS[bound]} ${often(count)}`,
  timesBetween: (least, most) => `${least} to ${most} times`,
  count: (bound, count) => `${BOUNDS[bound]} ${count}`,
  lines: (count, isOne) => `with ${count} product ${isOne ? 'line' : 'lines'}`,
  measure: (kind, label, events, window) => {
    const over = `${events} ${window}`;
    switch (kind) {
      case 'first':
      case 'last':
        return `the ${kind} ${label} of ${over}`;
      case 'mostFrequent':
        return `the most frequent ${label} of ${over}`;
      case 'repeated':
        return `the greatest number of ${over} with the same ${label}`;
      case 'distinct':
        return `the number of different values of ${label} in ${over}`;
      case 'sum':
        return `the total ${label} of ${over}`;
      case 'average':
        return `the average ${label} of ${over}`;
      case 'minimum':
        return `the lowest ${label} of ${over}`;
      case 'maximum':
        return `the highest ${label} of ${over}`;
    }
  },
  newest: (size, label, events, window) =>
    `the list of the newest ${plural(size, 'value')} of ${label} in ${events} ${window}`,
  numberOf: (kind, events, window) =>
    kind === 'times'
      ? `the number of ${events} ${window}`
      : `the number of product lines in ${events} ${window}`,
  timeOf: (phrase, window) => `${phrase} ${window}`,
  duration: (count, unit) => plural(count, UNITS[unit]),
  inLast: (count, unit) => `in the last ${span([count, unit])}`,
  between: (from, to) =>
    from && from === to
      ? `on ${from}`
      : from && to
        ? `from ${from} to ${to}`
        : from
          ? `from ${from} on`
          : `until ${to}`,
  calendar: (unit, back) => {
    if (unit === 'day') return back === 0 ? 'today' : back === 1 ? 'yesterday' : `${back} days ago`;
    return back === 0
      ? `this ${unit}`
      : back === 1
        ? `in the previous ${unit}`
        : `in the ${unit} ${back} ${unit}s ago`;
  },
  inZone: (zone) => `(time of ${zone})`,
  inPersonZone: '(in the person’s time zone)',
  nextStep: (clause, within, after) =>
    `, then ${[after && `at least ${after} later`, within && `within ${within}`].filter(Boolean).join(' and ')} ${clause}`,
  withoutBetween: (events) => ` with no ${events} in between`,
  notSince: 'since',
  notWithinAfter: (duration) => `within ${duration} after that`,
  sequence: (steps, window) => `${steps} ${window ? `(all ${window})` : ''}`,
  member: (audience, isNot) => `is ${isNot ? 'not ' : ''}in the audience “${audience}”`,
  consent: (channel, purpose, is, isNot) =>
    `has ${isNot ? 'not ' : ''}${CONSENTS[is]} ${purpose} by ${channel}`,
  reachable: (channel, isNot) => `can${isNot ? 'not' : ''} be reached by ${channel}`,
  score: (name) => `the score “${name}”`,
  trait: (name) => `the trait “${name}”`,
  split: (name, from, to, isNot) =>
    `${isNot ? 'does not fall' : 'falls'} into ${from} to ${to} % of the split “${name}”`,
};
