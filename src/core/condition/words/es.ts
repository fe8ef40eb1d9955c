import type { DurationUnit } from '../../trait/index.ts';
import type { Dictionary, Span } from './dictionary.ts';
import { esEvents } from './es-events.ts';

type Gender = 'm' | 'f';

const UNITS: Readonly<Record<DurationUnit, readonly [one: string, many: string, gender: Gender]>> = {
  min: ['minuto', 'minutos', 'm'],
  h: ['hora', 'horas', 'f'],
  d: ['día', 'días', 'm'],
  w: ['semana', 'semanas', 'f'],
  mo: ['mes', 'meses', 'm'],
  y: ['año', 'años', 'm'],
};
const CALENDAR = {
  day: ['hoy', 'ayer', 'hace {n} días'],
  week: ['esta semana', 'la semana anterior', 'la semana de hace {n} semanas'],
  month: ['este mes', 'el mes anterior', 'el mes de hace {n} meses'],
  quarter: ['este trimestre', 'el trimestre anterior', 'el trimestre de hace {n} trimestres'],
  year: ['este año', 'el año anterior', 'el año de hace {n} años'],
} as const;
const BOUNDS = { exactly: 'exactamente', atLeast: 'al menos', atMost: 'como máximo' } as const;
const CONSENTS = { in: 'aceptado', out: 'rechazado', unknown: 'dejado sin decidir' } as const;
const MEASURES = {
  sum: 'la suma',
  average: 'la media',
  minimum: 'el valor mínimo',
  maximum: 'el valor máximo',
  first: 'el primer valor',
  last: 'el último valor',
  mostFrequent: 'el valor más frecuente',
  distinct: 'el número de valores distintos',
  repeated: 'la mayor frecuencia de un mismo valor',
} as const;

function duration(count: number, unit: DurationUnit): string {
  const [one, many, gender] = UNITS[unit];
  return count === 1 ? `${gender === 'f' ? 'una' : 'un'} ${one}` : `${count} ${many}`;
}

/** de, joined with what follows: del precio. */
function de(text: string): string {
  return text.startsWith('el ') ? `del ${text.slice(3)}` : `de ${text}`;
}

/** en los próximos 7 días. */
function inNext([count, unit]: Span): string {
  const [one, many, gender] = UNITS[unit];
  if (count > 1) return `en ${gender === 'f' ? 'las próximas' : 'los próximos'} ${count} ${many}`;
  return `en ${gender === 'f' ? 'la próxima' : 'el próximo'} ${one}`;
}

function neither(items: readonly string[]): string {
  return items.length === 1 ? String(items[0]) : `ni ${items.join(' ni ')}`;
}

/** en los últimos 90 días. */
function lastUnits(count: number, unit: DurationUnit): string {
  const [one, many, gender] = UNITS[unit];
  if (count > 1) return `en ${gender === 'f' ? 'las últimas' : 'los últimos'} ${count} ${many}`;
  return `en ${gender === 'f' ? 'la última' : 'el último'} ${one}`;
}

function often(count: number): string {
  return count === 1 ? 'una vez' : count === 2 ? 'dos veces' : `${count} veces`;
}

/** Spanish. */
export const es: Dictionary = {
  events: esEvents,
  anything: {
    did: 'ha estado activo {when}',
    didThing: 'ha estado activo con {thing} {when}',
    not: 'no ha estado activo {when}',
    notThing: 'no ha estado activo con {thing} {when}',
    many: 'actividades',
    first: 'la primera actividad',
    last: 'la última actividad',
    since: 'desde la última actividad',
  },
  otherEvent: (name) => ({
    did: `ha hecho «${name}» {when}`,
    didThing: `ha hecho «${name}» con {thing} {when}`,
    not: `no ha hecho «${name}» {when}`,
    notThing: `no ha hecho «${name}» con {thing} {when}`,
    many: `eventos «${name}»`,
    first: `el primer «${name}»`,
    last: `el último «${name}»`,
    since: `desde el último «${name}»`,
  }),
  labels: {
    category: 'la categoría',
    brand: 'la marca',
    price: 'el precio',
    stock: 'el stock',
    quantity: 'la cantidad',
    amount: 'el importe',
    product_id: 'el producto',
    name: 'el nombre',
    revenue: 'la facturación',
    currency: 'la moneda',
    coupon: 'el cupón',
    store: 'la tienda',
    channel: 'el canal',
    source: 'la fuente',
    type: 'el tipo',
    email: 'la dirección de correo',
    phone: 'el número de teléfono',
    city: 'la ciudad',
    country: 'el país',
    language: 'el idioma',
    gender: 'el sexo',
    age: 'la edad',
    birthday: 'la fecha de nacimiento',
    loyaltyTier: 'el nivel de fidelidad',
    loyaltyPoints: 'el saldo de puntos',
  },
  otherLabel: (name) => `«${name}»`,
  test: {
    is: (label, value) => `${label} es ${value}`,
    isNot: (label, value) => `${label} no es ${value}`,
    anyOf: (label, values) => `${label} es ${values}`,
    noneOf: (label, values) => `${label} no es ${neither(values)}`,
    starts: (label, value) => `${label} empieza por ${value}`,
    ends: (label, value) => `${label} termina en ${value}`,
    contains: (label, value) => `${label} contiene ${value}`,
    lacks: (label, value) => `${label} no contiene ${value}`,
    like: (label, value) => `${label} se parece a ${value}`,
    above: (label, value) => `${label} es más de ${value}`,
    atLeast: (label, value) => `${label} es al menos ${value}`,
    below: (label, value) => `${label} es menos de ${value}`,
    atMost: (label, value) => `${label} es como máximo ${value}`,
    before: (label, date) => `${label} es antes del ${date}`,
    after: (label, date) => `${label} es después del ${date}`,
    on: (label, date) => `${label} es el ${date}`,
    withinLast: (label, length) => `${label} fue ${lastUnits(...length)}`,
    longerAgo: (label, duration) => `${label} fue hace al menos ${duration}`,
    withinNext: (label, length) => `${label} es ${inNext(length)}`,
    furtherAhead: (label, duration) => `${label} es dentro de más de ${duration}`,
    anniversaryNext: (label, days) =>
      `el aniversario ${de(label)} cae ${days === 0 ? 'hoy' : inNext([days, 'd'])}`,
    anniversaryLast: (label, days) =>
      days === 0
        ? `el aniversario ${de(label)} cae hoy`
        : `el aniversario ${de(label)} cayó ${lastUnits(days, 'd')}`,
    fullYears: (label, [count, isOne]) =>
      isOne
        ? `ha pasado ${count} año completo desde ${label}`
        : `han pasado ${count} años completos desde ${label}`,
    includes: (label, values) => `${label} incluye ${values}`,
    includesAll: (label, values) => `${label} incluye ${values.join(' y ')}`,
    includesNone: (label, values) => `${label} no incluye ${neither(values)}`,
    sizeAtLeast: (label, count) => `${label} tiene al menos ${count} ${count === 1 ? 'valor' : 'valores'}`,
    sizeAtMost: (label, count) => `${label} tiene como máximo ${count} ${count === 1 ? 'valor' : 'valores'}`,
    isTrue: (label) => `${label}: sí`,
    isFalse: (label) => `${label}: no`,
    exists: (label) => `se conoce ${label}`,
    missing: (label) => `no se conoce ${label}`,
  },
  happened: {
    before: (label, date) => `${label} fue antes del ${date}`,
    after: (label, date) => `${label} fue después del ${date}`,
    on: (label, date) => `${label} fue el ${date}`,
    withinLast: (label, length) => `${label} fue ${lastUnits(...length)}`,
    longerAgo: (label, duration) => `${label} fue hace al menos ${duration}`,
  },
  channels: {
    email: 'correo electrónico',
    sms: 'SMS',
    push: 'notificación push',
    phone: 'teléfono',
    post: 'correo postal',
    any: 'todos los canales',
  },
  purposes: {
    marketing: 'publicidad',
    service: 'mensajes de servicio',
    personalization: 'ofertas personales',
    analytics: 'análisis',
    profiling: 'elaboración de perfiles',
    advertising: 'publicidad de terceros',
  },
  gap: ' ',
  quote: (text) => `«${text}»`,
  choice: (items) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} o ${items.at(-1)}`,
  and: ' y ',
  or: ' o ',
  also: ' y ',
  bracketed: (text) => `(${text})`,
  not: (clause) => `no (${clause})`,
  products: (tests) => `productos (${tests})`,
  catalogueNow: (label) => `${label} en este momento`,
  of: (phrase, thing) => `${phrase} de ${thing}`,
  when: (times, window) => `${times} ${window}`,
  several: (clauses, when, isNot) => `${clauses.join(isNot ? ' y ' : ' o ')} ${when}`,
  times: (bound, count) => `${BOUNDS[bound]} ${often(count)}`,
  timesBetween: (least, most) => `de ${least} a ${most} veces`,
  count: (bound, count) => `${BOUNDS[bound]} ${count}`,
  lines: (count, isOne) => `con ${count} ${isOne ? 'línea' : 'líneas'} de productos`,
  measure: (kind, label, events, window) =>
    `${MEASURES[kind]} ${de(label)} (${`${events} ${window}`.trim()})`,
  newest: (size, label, events, window) =>
    `la lista ${size === 1 ? 'con el valor más reciente' : `de los ${size} valores más recientes`} ${de(label)} (${`${events} ${window}`.trim()})`,
  numberOf: (kind, events, window) =>
    `el número de ${kind === 'times' ? 'eventos' : 'líneas de producto'} (${`${events} ${window}`.trim()})`,
  timeOf: (phrase, window) => `${phrase} ${window}`,
  duration,
  inLast: lastUnits,
  between: (from, to) =>
    from && from === to
      ? `el ${from}`
      : from && to
        ? `del ${from} al ${to}`
        : from
          ? `a partir del ${from}`
          : `hasta el ${to}`,
  calendar: (unit, back) => CALENDAR[unit][Math.min(back, 2) as 0 | 1 | 2].replace('{n}', String(back)),
  inZone: (zone) => `(hora de ${zone})`,
  inPersonZone: '(en la zona horaria de la persona)',
  nextStep: (clause, within, after) =>
    `, después ${[after && `como pronto al cabo de ${after}`, within && `en menos de ${within}`].filter(Boolean).join(' y ')} ${clause}`,
  withoutBetween: (events) => ` (sin ${events} entre medias)`,
  notSince: 'desde entonces',
  notWithinAfter: (duration) => `en el plazo de ${duration} a partir de entonces`,
  sequence: (steps, window) => `${steps} ${window ? `(todo ${window})` : ''}`,
  member: (audience, isNot) => `${isNot ? 'no ' : ''}está en la audiencia «${audience}»`,
  consent: (channel, purpose, is, isNot) =>
    `${isNot ? 'no ' : ''}ha ${CONSENTS[is]} ${purpose} por ${channel}`,
  reachable: (channel, isNot) => `${isNot ? 'no ' : ''}es localizable por ${channel}`,
  score: (name) => `la puntuación «${name}»`,
  trait: (name) => `el rasgo «${name}»`,
  split: (name, from, to, isNot) =>
    `${isNot ? 'no ' : ''}cae entre el ${from} y el ${to} % del reparto «${name}»`,
};
