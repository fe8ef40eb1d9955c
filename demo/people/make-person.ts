import { type Random, randomOf, shareOf } from '../random.ts';
import { DAY_MS } from '../time.ts';
import type { Country } from '../world/countries.ts';
import { DEPARTMENTS } from '../world/kinds.ts';
import type { Store } from '../world/stores.ts';
import type { World } from '../world/world.ts';
import { countryOf, homeStore } from './card.ts';
import { APPS, type Device, LAPTOPS, makeDevice, PHONES, TABLETS } from './devices.ts';
import type { Person, PersonKind, ResponseGroup } from './person.ts';
import { PERSONA_SHARES, PERSONAS, type Persona } from './personas.ts';

const NO_WISHES: Person['wishes'] = [];
const KINDS: readonly PersonKind[] = ['member', 'account', 'guest', 'card', 'subscriber'];
const KIND_SHARES = [0.44, 0.24, 0.12, 0.13, 0.07];
const JOINS_IN_WINDOW_SHARE = 0.16;
/** Some of the new ones come only after now, in the live part; who they are must not hang on how long that is. */
const NEWCOMERS_SPREAD = 1.1;
const MEMBERSHIP_DAYS_MAX = 900;
const LEAD_DAYS_MAX = 12;
const COOKIE_REFUSAL_SHARE = 0.14;
const GROUPS: readonly ResponseGroup[] = ['persuadable', 'neutral', 'indifferent', 'annoyed'];
const GROUP_SHARES = [0.3, 0.45, 0.19, 0.06];
/** Web visits a day of an average person in her first weeks; calibrated to about 2.3 visits in 90 days. */
const VISITS_PER_DAY = 0.055;
const STORE_VISITS_PER_DAY = 0.0032;
/** Households are pairs of neighbours in the numbering; this share of them has a tablet for two. */
const SHARED_TABLET_SHARE = 0.06;

/** Makes the person with an index. She hangs on seed, window and index alone; a shared tablet is given in. */
export function makePerson(world: World, index: number, tablet: Device | undefined): Person {
  const { seed } = world;
  const random = randomOf(seed, 'person', index);
  const kind = KINDS[random.weighted(KIND_SHARES)]!;
  const persona = PERSONAS[random.weighted(PERSONA_SHARES)]!;
  const isNew = random.chance(JOINS_IN_WINDOW_SHARE);
  const joinsAt = isNew
    ? world.start + random.next() * NEWCOMERS_SPREAD * (world.now - world.start)
    : world.start - random.next() * MEMBERSHIP_DAYS_MAX * DAY_MS;
  const lead = kind === 'card' ? 0 : random.between(0, LEAD_DAYS_MAX) * DAY_MS;
  const store = kind === 'subscriber' ? undefined : homeStore(seed, index);
  const storeLove = kind === 'card' ? 3.2 : kind === 'member' ? 1.3 : 0;
  const person = blank(index, `p${index}`, kind, persona, random, countryOf(index), store);
  return {
    ...person,
    joinsAt,
    startsAt: joinsAt - lead,
    visitsPerDay: VISITS_PER_DAY * persona.visits * random.spread(0.9) * (kind === 'card' ? 0.25 : 1),
    storeVisitsPerDay: STORE_VISITS_PER_DAY * persona.stores * random.spread(0.8) * (store ? storeLove : 0),
    devices: devicesOf(index, kind, persona, random, tablet),
    allowsEmail: kind === 'subscriber' || random.chance(0.66),
    allowsSms: random.chance(0.3),
    allowsPush: random.chance(0.6),
    isKnown: joinsAt < world.start,
    points: kind === 'member' || kind === 'card' ? Math.floor(random.exponential(60)) : 0,
  };
}

/** Makes the visitor who comes as number so-and-so on a day. */
export function makeVisitor(world: World, day: number, number: number): Person {
  const dayNumber = Math.floor(day / DAY_MS);
  const random = randomOf(world.seed, 'visitor', dayNumber, number);
  const persona = PERSONAS[random.weighted(PERSONA_SHARES)]!;
  const country = countryOf(random.below(1000));
  const visitor = blank(-1, `v${dayNumber}-${number}`, 'visitor', persona, random, country, undefined);
  const platform = random.chance(0.62)
    ? random.pick(PHONES)
    : random.chance(0.9)
      ? random.pick(LAPTOPS)
      : TABLETS[0]!;
  return { ...visitor, devices: [makeDevice(-dayNumber, number, platform)] };
}

/** The tablet that two people share, when their household has one. */
export function tabletOf(seed: number, household: number): Device | undefined {
  if (shareOf(seed, 'tablet', household) >= SHARED_TABLET_SHARE) return undefined;
  return makeDevice(household, 0, TABLETS[0]!, true);
}

function blank(
  index: number,
  key: string,
  kind: PersonKind,
  persona: Persona,
  random: Random,
  country: Country,
  store: Store | undefined,
): Person {
  return {
    index,
    key,
    kind,
    persona,
    country,
    store,
    random,
    joinsAt: Number.MAX_SAFE_INTEGER,
    startsAt: 0,
    visitsPerDay: 0,
    storeVisitsPerDay: 0,
    buyFactor: persona.buys * random.spread(0.7),
    departments: favourites(persona, random),
    responseGroup: GROUPS[random.weighted(GROUP_SHARES)]!,
    refusesCookies: random.chance(COOKIE_REFUSAL_SHARE),
    devices: [],
    card: undefined,
    allowsEmail: false,
    allowsSms: false,
    allowsPush: false,
    isKnown: false,
    visitCount: 0,
    orderCount: 0,
    points: 0,
    lastVisitAt: 0,
    lastOrderAt: 0,
    annoyedUntil: 0,
    heat: undefined,
    heatAt: 0,
    cart: [],
    wishes: NO_WISHES,
    runsOut: undefined,
    runsOutAt: 0,
  };
}

function favourites(persona: Persona, random: Random): number[] {
  const weights = DEPARTMENTS.map((name) => (persona.departments[name] ?? 0.25) * random.spread(0.5));
  return weights
    .map((weight, index) => ({ weight, index }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map(({ index }) => index);
}

function devicesOf(
  index: number,
  kind: PersonKind,
  persona: Persona,
  random: Random,
  tablet: Device | undefined,
): Device[] {
  const devices: Device[] = [];
  const add = (platforms: readonly Device['platform'][]): void => {
    devices.push(makeDevice(index, devices.length, random.pick(platforms)));
  };
  if (random.chance(0.86)) add(PHONES);
  if (devices.length === 0 || random.chance(0.6)) add(LAPTOPS);
  const hasAccount = kind === 'member' || kind === 'account';
  if (hasAccount && random.chance(persona.hasApp)) add(APPS);
  if (hasAccount && tablet) devices.push(tablet);
  return devices;
}
