import type { DurationUnit } from '../../trait/index.ts';
import { deEvents } from './de-events.ts';
import type { Dictionary, Span } from './dictionary.ts';

/** In the dative, which all phrases here ask for. */
const UNITS: Readonly<Record<DurationUnit, readonly [one: string, many: string]>> = {
  min: ['Minute', 'Minuten'],
  h: ['Stunde', 'Stunden'],
  d: ['Tag', 'Tagen'],
  w: ['Woche', 'Wochen'],
  mo: ['Monat', 'Monaten'],
  y: ['Jahr', 'Jahren'],
};
const LAST_ONE: Readonly<Record<DurationUnit, string>> = {
  min: 'in der letzten Minute',
  h: 'in der letzten Stunde',
  d: 'in den letzten 24 Stunden',
  w: 'in den letzten 7 Tagen',
  mo: 'in den letzten 30 Tagen',
  y: 'in den letzten 365 Tagen',
};
const CALENDAR = {
  day: ['heute', 'gestern', 'vor {n} Tagen'],
  week: ['in dieser Woche', 'in der vorigen Kalenderwoche', 'in der Kalenderwoche vor {n} Wochen'],
  month: ['in diesem Monat', 'im vorigen Kalendermonat', 'im Kalendermonat vor {n} Monaten'],
  quarter: ['in diesem Quartal', 'im vorigen Quartal', 'im Quartal vor {n} Quartalen'],
  year: ['in diesem Jahr', 'im vorigen Kalenderjahr', 'im Kalenderjahr vor {n} Jahren'],
} as const;
const BOUNDS = { exactly: 'genau', atLeast: 'mindestens', atMost: 'höchstens' } as const;
const CONSENTS = { in: 'erlaubt', out: 'abgelehnt', unknown: 'offengelassen' } as const;
const MEASURES = {
  sum: 'die Summe von',
  average: 'der Durchschnitt von',
  minimum: 'der kleinste Wert von',
  maximum: 'der größte Wert von',
  first: 'der erste Wert von',
  last: 'der letzte Wert von',
  mostFrequent: 'der häufigste Wert von',
  distinct: 'die Anzahl verschiedener Werte von',
  repeated: 'die größte Häufigkeit eines Wertes von',
} as const;

function duration(count: number, unit: DurationUnit): string {
  return `${count} ${UNITS[unit][count === 1 ? 0 : 1]}`;
}

const NEXT_ONE: Readonly<Record<DurationUnit, string>> = {
  min: 'in der nächsten Minute',
  h: 'in der nächsten Stunde',
  d: 'in den nächsten 24 Stunden',
  w: 'in den nächsten 7 Tagen',
  mo: 'in den nächsten 30 Tagen',
  y: 'in den nächsten 365 Tagen',
};

function inLast(count: number, unit: DurationUnit): string {
  return count === 1 ? LAST_ONE[unit] : `in den letzten ${duration(count, unit)}`;
}

function inNext([count, unit]: Span): string {
  return count === 1 ? NEXT_ONE[unit] : `in den nächsten ${duration(count, unit)}`;
}

function neither(items: readonly string[]): string {
  return items.length === 1 ? `nicht ${items[0]}` : `weder ${items.join(' noch ')}`;
}

function often(count: number): string {
  return count === 1 ? 'einmal' : count === 2 ? 'zweimal' : `${count}-mal`;
}

const ANY_CHANNEL = 'alle Kanäle';

/** per E-Mail, auf allen Kanälen. */
function by(channel: string): string {
  return channel === ANY_CHANNEL ? 'auf allen Kanälen' : `per ${channel}`;
}

/** German. */
export const de: Dictionary = {
  events: deEvents,
  anything: {
    did: 'war {when} aktiv',
    didThing: 'war {when} mit {thing} aktiv',
    not: 'war {when} nicht aktiv',
    notThing: 'war {when} nicht mit {thing} aktiv',
    many: 'Aktivitäten',
    first: 'die erste Aktivität',
    last: 'die letzte Aktivität',
    since: 'seit der letzten Aktivität',
  },
  otherEvent: (name) => ({
    did: `hat {when} „${name}“ ausgelöst`,
    didThing: `hat {when} „${name}“ mit {thing} ausgelöst`,
    not: `hat {when} „${name}“ nicht ausgelöst`,
    notThing: `hat {when} „${name}“ mit {thing} nicht ausgelöst`,
    many: `Ereignisse „${name}“`,
    first: `das erste „${name}“`,
    last: `das letzte „${name}“`,
    since: `seit dem letzten „${name}“`,
  }),
  labels: {
    category: 'Kategorie',
    brand: 'Marke',
    price: 'Preis',
    stock: 'Bestand',
    quantity: 'Menge',
    amount: 'Betrag',
    product_id: 'Produkt',
    name: 'Name',
    revenue: 'Umsatz',
    currency: 'Währung',
    coupon: 'Gutschein',
    store: 'Filiale',
    channel: 'Kanal',
    source: 'Quelle',
    type: 'Art',
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    city: 'Ort',
    country: 'Land',
    language: 'Sprache',
    gender: 'Geschlecht',
    age: 'Alter',
    birthday: 'Geburtstag',
    loyaltyTier: 'Treuestufe',
    loyaltyPoints: 'Punktestand',
  },
  otherLabel: (name) => `„${name}“`,
  test: {
    is: (label, value) => `${label} ist ${value}`,
    isNot: (label, value) => `${label} ist nicht ${value}`,
    anyOf: (label, values) => `${label} ist ${values}`,
    noneOf: (label, values) => `${label} ist ${neither(values)}`,
    starts: (label, value) => `${label} beginnt mit ${value}`,
    ends: (label, value) => `${label} endet mit ${value}`,
    contains: (label, value) => `${label} enthält ${value}`,
    lacks: (label, value) => `${label} enthält nicht ${value}`,
    like: (label, value) => `${label} sieht aus wie ${value}`,
    above: (label, value) => `${label} ist mehr als ${value}`,
    atLeast: (label, value) => `${label} ist mindestens ${value}`,
    below: (label, value) => `${label} ist weniger als ${value}`,
    atMost: (label, value) => `${label} ist höchstens ${value}`,
    before: (label, date) => `${label} ist vor dem ${date}`,
    after: (label, date) => `${label} ist nach dem ${date}`,
    on: (label, date) => `${label} ist am ${date}`,
    withinLast: (label, [count, unit]) => `${label} liegt ${inLast(count, unit)}`,
    longerAgo: (label, duration) => `${label} war vor mindestens ${duration}`,
    withinNext: (label, length) => `${label} ist ${inNext(length)}`,
    furtherAhead: (label, duration) => `${label} ist erst in mehr als ${duration}`,
    anniversaryNext: (label, count) => `${label} jährt sich ${count === 0 ? 'heute' : inNext([count, 'd'])}`,
    anniversaryLast: (label, count) =>
      count === 0 ? `${label} jährt sich heute` : `${label} jährte sich ${inLast(count, 'd')}`,
    fullYears: (label, [count, isOne]) =>
      `seit ${label} ${isOne ? `ist ${count} volles Jahr` : `sind ${count} volle Jahre`} vergangen`,
    includes: (label, values) => `${label} enthält ${values}`,
    includesAll: (label, values) => `${label} enthält ${values.join(' und ')}`,
    includesNone: (label, values) => `${label} enthält ${neither(values)}`,
    sizeAtLeast: (label, count) => `${label} hat mindestens ${count} ${count === 1 ? 'Wert' : 'Werte'}`,
    sizeAtMost: (label, count) => `${label} hat höchstens ${count} ${count === 1 ? 'Wert' : 'Werte'}`,
    isTrue: (label) => `${label} trifft zu`,
    isFalse: (label) => `${label} trifft nicht zu`,
    exists: (label) => `${label} ist bekannt`,
    missing: (label) => `${label} ist nicht bekannt`,
  },
  happened: {
    before: (label, date) => `${label} war vor dem ${date}`,
    after: (label, date) => `${label} war nach dem ${date}`,
    on: (label, date) => `${label} war am ${date}`,
    withinLast: (label, [count, unit]) => `${label} war ${inLast(count, unit)}`,
    longerAgo: (label, duration) => `${label} war vor mindestens ${duration}`,
  },
  channels: {
    email: 'E-Mail',
    sms: 'SMS',
    push: 'Push-Nachricht',
    phone: 'Telefon',
    post: 'Post',
    any: ANY_CHANNEL,
  },
  purposes: {
    marketing: 'Werbung',
    service: 'Servicenachrichten',
    personalization: 'persönliche Angebote',
    analytics: 'Auswertung',
    profiling: 'Profilbildung',
    advertising: 'Werbung bei Dritten',
  },
  gap: ' ',
  quote: (text) => `„${text}“`,
  choice: (items) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} oder ${items.at(-1)}`,
  and: ' und ',
  or: ' oder ',
  also: ' und ',
  bracketed: (text) => `(${text})`,
  not: (clause) => `nicht (${clause})`,
  products: (tests) => `Produkte (${tests})`,
  catalogueNow: (label) => `${label} zurzeit`,
  of: (phrase, thing) => `${phrase} von ${thing}`,
  when: (times, window) => `${window} ${times}`,
  several: (clauses, when, isNot) =>
    `${clauses.join(isNot ? ' und ' : ' oder ')}${when === '' ? '' : `, und zwar ${when}`}`,
  times: (bound, count) => `${BOUNDS[bound]} ${often(count)}`,
  timesBetween: (least, most) => `${least}- bis ${most}-mal`,
  count: (bound, count) => `${BOUNDS[bound]} ${count}`,
  lines: (count, isOne) => `mit ${count} ${isOne ? 'Produktzeile' : 'Produktzeilen'}`,
  measure: (kind, label, events, window) => `${MEASURES[kind]} ${label} (${events} ${window})`,
  newest: (size, label, events, window) =>
    `die Liste ${size === 1 ? 'mit dem neuesten Wert' : `der ${size} neuesten Werte`} von ${label} (${events} ${window})`,
  numberOf: (kind, events, window) =>
    `die Anzahl der ${kind === 'times' ? 'Ereignisse' : 'Produktzeilen'} (${events} ${window})`,
  timeOf: (phrase, window) => `${phrase} ${window}`,
  duration,
  inLast,
  between: (from, to) =>
    from && from === to
      ? `am ${from}`
      : from && to
        ? `vom ${from} bis ${to}`
        : from
          ? `ab ${from}`
          : `bis ${to}`,
  calendar: (unit, back) => CALENDAR[unit][Math.min(back, 2) as 0 | 1 | 2].replace('{n}', String(back)),
  inZone: (zone) => `(Ortszeit ${zone})`,
  inPersonZone: '(in der Zeitzone der Person)',
  // Later steps drop the auxiliary: hat … angesehen, danach … gekauft.
  nextStep: (clause, within, after) => {
    const when = [after && `frühestens nach ${after}`, within && `innerhalb von ${within}`].filter(Boolean);
    return `, danach ${when.join(' und ')} ${clause.replace(/^(hat|war) /, '')}`;
  },
  withoutBetween: (events) => ` (dazwischen keine ${events})`,
  notSince: 'seither',
  notWithinAfter: (duration) => `innerhalb von ${duration} danach`,
  sequence: (steps, window) => `${steps} ${window ? `(alles ${window})` : ''}`,
  member: (audience, isNot) => `gehört ${isNot ? 'nicht ' : ''}zur Zielgruppe „${audience}“`,
  consent: (channel, purpose, is, isNot) =>
    `hat ${purpose} ${by(channel)} ${isNot ? 'nicht ' : ''}${CONSENTS[is]}`,
  reachable: (channel, isNot) => `ist ${by(channel)} ${isNot ? 'nicht ' : ''}erreichbar`,
  score: (name) => `die Bewertung „${name}“`,
  trait: (name) => `das Merkmal „${name}“`,
  split: (name, from, to, isNot) =>
    `fällt ${isNot ? 'nicht ' : ''}in ${from} bis ${to} % der Aufteilung „${name}“`,
};
