import type { DurationUnit } from '../../trait/index.ts';
import type { Dictionary, Span } from './dictionary.ts';
import { frEvents } from './fr-events.ts';

type Gender = 'm' | 'f';

const UNITS: Readonly<Record<DurationUnit, readonly [one: string, many: string, gender: Gender]>> = {
  min: ['minute', 'minutes', 'f'],
  h: ['heure', 'heures', 'f'],
  d: ['jour', 'jours', 'm'],
  w: ['semaine', 'semaines', 'f'],
  mo: ['mois', 'mois', 'm'],
  y: ['an', 'ans', 'm'],
};
/** Stretches of time: la dernière année, but deux ans. */
const SPANS: typeof UNITS = { ...UNITS, y: ['année', 'années', 'f'] };
const CALENDAR = {
  day: ['aujourd’hui', 'hier', 'il y a {n} jours'],
  week: ['cette semaine', 'la semaine précédente', 'la semaine d’il y a {n} semaines'],
  month: ['ce mois-ci', 'le mois précédent', 'le mois d’il y a {n} mois'],
  quarter: ['ce trimestre', 'le trimestre précédent', 'le trimestre d’il y a {n} trimestres'],
  year: ['cette année', 'l’année précédente', 'l’année d’il y a {n} ans'],
} as const;
const BOUNDS = { exactly: 'exactement', atLeast: 'au moins', atMost: 'au plus' } as const;
const CONSENTS = { in: 'accepté', out: 'refusé', unknown: 'laissé en suspens' } as const;
const MEASURES = {
  sum: 'la somme',
  average: 'la moyenne',
  minimum: 'la plus petite valeur',
  maximum: 'la plus grande valeur',
  first: 'la première valeur',
  last: 'la dernière valeur',
  mostFrequent: 'la valeur la plus fréquente',
  distinct: 'le nombre de valeurs différentes',
  repeated: 'la plus grande fréquence d’une même valeur',
} as const;

function duration(count: number, unit: DurationUnit): string {
  const [one, many, gender] = UNITS[unit];
  return count === 1 ? `${gender === 'f' ? 'une' : 'un'} ${one}` : `${count} ${many}`;
}

/** de, joined with what follows: d’une heure, du prix. */
function de(text: string): string {
  if (text.startsWith('le ')) return `du ${text.slice(3)}`;
  return /^une? /.test(text) ? `d’${text}` : `de ${text}`;
}

/** dans les 7 prochains jours. */
function inNext([count, unit]: Span): string {
  const [, many, gender] = SPANS[unit];
  if (count === 1) return `dans un délai ${de(duration(1, unit))}`;
  return `dans les ${count} ${gender === 'f' ? 'prochaines' : 'prochains'} ${many}`;
}

function neither(items: readonly string[]): string {
  return items.length === 1 ? `pas ${items[0]}` : `ni ${items.join(' ni ')}`;
}

/** au cours des 90 derniers jours. */
function lastUnits(count: number, unit: DurationUnit): string {
  const [one, many, gender] = SPANS[unit];
  if (count > 1) return `au cours des ${count} ${gender === 'f' ? 'dernières' : 'derniers'} ${many}`;
  return gender === 'f' ? `au cours de la dernière ${one}` : `au cours du dernier ${one}`;
}

function often(count: number): string {
  return count === 1 ? 'une fois' : count === 2 ? 'deux fois' : `${count} fois`;
}

/** French. */
export const fr: Dictionary = {
  events: frEvents,
  anything: {
    did: 'a été actif {when}',
    didThing: 'a été actif avec {thing} {when}',
    not: 'n’a pas été actif {when}',
    notThing: 'n’a pas été actif avec {thing} {when}',
    many: 'activités',
    first: 'la première activité',
    last: 'la dernière activité',
    since: 'depuis la dernière activité',
  },
  otherEvent: (name) => ({
    did: `a fait « ${name} » {when}`,
    didThing: `a fait « ${name} » avec {thing} {when}`,
    not: `n’a pas fait « ${name} » {when}`,
    notThing: `n’a pas fait « ${name} » avec {thing} {when}`,
    many: `événements « ${name} »`,
    first: `le premier « ${name} »`,
    last: `le dernier « ${name} »`,
    since: `depuis le dernier « ${name} »`,
  }),
  labels: {
    category: 'la catégorie',
    brand: 'la marque',
    price: 'le prix',
    stock: 'le stock',
    quantity: 'la quantité',
    amount: 'le montant',
    product_id: 'le produit',
    name: 'le nom',
    revenue: 'le chiffre d’affaires',
    currency: 'la devise',
    coupon: 'le bon',
    store: 'le magasin',
    channel: 'le canal',
    source: 'la source',
    type: 'le type',
    email: 'l’adresse e-mail',
    phone: 'le numéro de téléphone',
    city: 'la ville',
    country: 'le pays',
    language: 'la langue',
    gender: 'le sexe',
    age: 'l’âge',
    birthday: 'la date de naissance',
    loyaltyTier: 'le niveau de fidélité',
    loyaltyPoints: 'le solde de points',
  },
  otherLabel: (name) => `« ${name} »`,
  test: {
    is: (label, value) => `${label} est ${value}`,
    isNot: (label, value) => `${label} n’est pas ${value}`,
    anyOf: (label, values) => `${label} est ${values}`,
    noneOf: (label, values) => `${label} n’est ${neither(values)}`,
    starts: (label, value) => `${label} commence par ${value}`,
    ends: (label, value) => `${label} se termine par ${value}`,
    contains: (label, value) => `${label} contient ${value}`,
    lacks: (label, value) => `${label} ne contient pas ${value}`,
    like: (label, value) => `${label} ressemble à ${value}`,
    above: (label, value) => `${label} dépasse ${value}`,
    atLeast: (label, value) => `${label} est d’au moins ${value}`,
    below: (label, value) => `${label} est en dessous de ${value}`,
    atMost: (label, value) => `${label} est d’au plus ${value}`,
    before: (label, date) => `${label} est avant le ${date}`,
    after: (label, date) => `${label} est après le ${date}`,
    on: (label, date) => `${label} est le ${date}`,
    withinLast: (label, length) => `${label} date de moins ${de(duration(...length))}`,
    longerAgo: (label, duration) => `${label} remonte à au moins ${duration}`,
    withinNext: (label, length) => `${label} est ${inNext(length)}`,
    furtherAhead: (label, duration) => `${label} est dans plus ${de(duration)}`,
    anniversaryNext: (label, days) =>
      `l’anniversaire ${de(label)} tombe ${days === 0 ? 'aujourd’hui' : inNext([days, 'd'])}`,
    anniversaryLast: (label, days) =>
      days === 0
        ? `l’anniversaire ${de(label)} tombe aujourd’hui`
        : `l’anniversaire ${de(label)} est tombé ${lastUnits(days, 'd')}`,
    fullYears: (label, [count, isOne]) =>
      `${label} remonte à ${count} ${isOne ? 'an révolu' : 'ans révolus'}`,
    includes: (label, values) => `${label} contient ${values}`,
    includesAll: (label, values) => `${label} contient ${values.join(' et ')}`,
    includesNone: (label, values) => `${label} ne contient ${neither(values)}`,
    sizeAtLeast: (label, count) => `${label} a au moins ${count} ${count < 2 ? 'valeur' : 'valeurs'}`,
    sizeAtMost: (label, count) => `${label} a au plus ${count} ${count < 2 ? 'valeur' : 'valeurs'}`,
    isTrue: (label) => `${label} : oui`,
    isFalse: (label) => `${label} : non`,
    exists: (label) => `on connaît ${label}`,
    missing: (label) => `on ne connaît pas ${label}`,
  },
  happened: {
    before: (label, date) => `${label} a eu lieu avant le ${date}`,
    after: (label, date) => `${label} a eu lieu après le ${date}`,
    on: (label, date) => `${label} a eu lieu le ${date}`,
    withinLast: (label, length) => `${label} a eu lieu ${lastUnits(...length)}`,
    longerAgo: (label, duration) => `${label} remonte à au moins ${duration}`,
  },
  channels: {
    email: 'e-mail',
    sms: 'SMS',
    push: 'notification push',
    phone: 'téléphone',
    post: 'courrier',
    any: 'tous les canaux',
  },
  purposes: {
    marketing: 'la publicité',
    service: 'les messages de service',
    personalization: 'les offres personnelles',
    analytics: 'l’analyse',
    profiling: 'le profilage',
    advertising: 'la publicité chez des tiers',
  },
  gap: ' ',
  quote: (text) => `« ${text} »`,
  choice: (items) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ou ${items.at(-1)}`,
  and: ' et ',
  or: ' ou ',
  also: ' et ',
  bracketed: (text) => `(${text})`,
  not: (clause) => `non (${clause})`,
  products: (tests) => `des produits (${tests})`,
  catalogueNow: (label) => `${label} en ce moment`,
  of: (phrase, thing) => `${phrase} de ${thing}`,
  when: (times, window) => `${times} ${window}`,
  several: (clauses, when, isNot) => `${clauses.join(isNot ? ' et ' : ' ou ')} ${when}`,
  times: (bound, count) => `${BOUNDS[bound]} ${often(count)}`,
  timesBetween: (least, most) => `de ${least} à ${most} fois`,
  count: (bound, count) => `${BOUNDS[bound]} ${count}`,
  mendDay: (day) => day.replace(/^1 /, '1er '),
  lines: (count, isOne) => `avec ${count} ${isOne ? 'ligne' : 'lignes'} de produits`,
  measure: (kind, label, events, window) =>
    `${MEASURES[kind]} ${de(label)} (${`${events} ${window}`.trim()})`,
  newest: (size, label, events, window) =>
    `la liste ${size === 1 ? 'avec la valeur la plus récente' : `des ${size} valeurs les plus récentes`} ${de(label)} (${`${events} ${window}`.trim()})`,
  numberOf: (kind, events, window) =>
    `le nombre ${kind === 'times' ? 'd’événements' : 'de lignes de produit'} (${`${events} ${window}`.trim()})`,
  timeOf: (phrase, window) => `${phrase} ${window}`,
  duration,
  inLast: lastUnits,
  between: (from, to) =>
    from && from === to
      ? `le ${from}`
      : from && to
        ? `du ${from} au ${to}`
        : from
          ? `à partir du ${from}`
          : `jusqu’au ${to}`,
  calendar: (unit, back) => CALENDAR[unit][Math.min(back, 2) as 0 | 1 | 2].replace('{n}', String(back)),
  inZone: (zone) => `(heure de ${zone})`,
  inPersonZone: '(dans le fuseau horaire de la personne)',
  nextStep: (clause, within, after) =>
    `, puis ${[after && `au plus tôt après ${after}`, within && `en moins ${de(within)}`].filter(Boolean).join(' et ')} ${clause}`,
  withoutBetween: (events) => ` (sans ${events} entre-temps)`,
  notSince: 'depuis',
  notWithinAfter: (duration) => `dans un délai ${de(duration)} ensuite`,
  sequence: (steps, window) => `${steps} ${window ? `(le tout ${window})` : ''}`,
  member: (audience, isNot) => `${isNot ? 'n’est pas' : 'est'} dans l’audience « ${audience} »`,
  consent: (channel, purpose, is, isNot) =>
    `${isNot ? 'n’a pas' : 'a'} ${CONSENTS[is]} ${purpose} par ${channel}`,
  reachable: (channel, isNot) => `${isNot ? 'n’est pas' : 'est'} joignable par ${channel}`,
  score: (name) => `le score « ${name} »`,
  trait: (name) => `la caractéristique « ${name} »`,
  split: (name, from, to, isNot) =>
    `${isNot ? 'ne tombe pas' : 'tombe'} entre ${from} et ${to} % de la répartition « ${name} »`,
};
