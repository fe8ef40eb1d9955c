import { randomOf, shareOf } from '../random.ts';
import { COUNTRIES, COUNTRY_PATTERN, type Country } from '../world/countries.ts';
import { type Store, storesOf } from '../world/stores.ts';
import { NAMES, PLAIN } from './names.ts';
import type { Card, Person } from './person.ts';

// Addresses that reach nobody: RFC 2606.
const MAIL_HOSTS = ['example.com', 'example.org', 'example.net', 'mail.example', 'post.example'];
const PHONE_SHARE = 0.55;
const BIRTHDAY_SHARE = 0.7;
const STORE_TOWN_SHARE = 0.68;
const YEAR_OF_AGES = 2026;

const STORES_BY_COUNTRY: ReadonlyMap<string, readonly Store[]> = new Map(
  COUNTRIES.map((country) => [country.code, storesOf(country.code)]),
);

/** The country of the person with an index. */
export function countryOf(index: number): Country {
  return COUNTRIES[COUNTRY_PATTERN[index % COUNTRY_PATTERN.length]!]!;
}

/** The store in her town; undefined when there is none. */
export function homeStore(seed: number, index: number): Store | undefined {
  const share = shareOf(seed, 'town', index);
  if (share >= STORE_TOWN_SHARE) return undefined;
  const stores = STORES_BY_COUNTRY.get(countryOf(index).code)!;
  return stores[Math.floor((share / STORE_TOWN_SHARE) * stores.length)];
}

/** The card of a person. */
export function cardOf(seed: number, person: Person): Card {
  return person.card ?? makeCard(seed, person.index, person.persona.age);
}

function makeCard(seed: number, index: number, ages: readonly [number, number]): Card {
  const random = randomOf(seed, 'card', index);
  const country = countryOf(index);
  const names = NAMES[country.language];
  const gender = random.chance(0.56) ? 'f' : 'm';
  const firstName = random.pick(gender === 'f' ? names.women : names.men);
  const lastName = random.pick(names.families);
  const store = homeStore(seed, index);
  const year = YEAR_OF_AGES - Math.floor(random.between(ages[0], ages[1]));
  const birthDay = new Date(Date.UTC(year, 0, 1 + random.below(365))).toISOString().slice(0, 10);
  const number = random.chance(PHONE_SHARE) ? phoneOf(index) : undefined;
  return {
    firstName,
    lastName,
    gender,
    email: `${PLAIN.get(firstName)}.${PLAIN.get(lastName)}${index}@${random.pick(MAIL_HOSTS)}`,
    phone: number?.international,
    nationalPhone: number?.national,
    birthday: random.chance(BIRTHDAY_SHARE) ? birthDay : undefined,
    street: `${random.pick(names.streets)} ${1 + random.below(120)}`,
    postalCode: String(10_000 + random.below(89_999)),
    city: store?.city ?? random.pick(names.towns),
    country,
  };
}

const GERMAN_PREFIXES = ['30 23125', '69 90009', '40 66969', '221 4710', '89 99998'];

/**
 * A telephone number that regulators keep free for fiction (BNetzA "drama numbers", ARCEP 06 39 98, Ofcom 020 7946 0xxx),
 * each given out once. Where a country keeps none, or when they run out, a person has no telephone.
 */
function phoneOf(index: number): { international: string; national: string } | undefined {
  const position = index % COUNTRY_PATTERN.length;
  const country = COUNTRY_PATTERN[position]!;
  const perRound = COUNTRY_PATTERN.filter((other) => other === country).length;
  const before = COUNTRY_PATTERN.slice(0, position).filter((other) => other === country).length;
  const ordinal = Math.floor(index / COUNTRY_PATTERN.length) * perRound + before;
  const thousand = String(ordinal % 1000).padStart(3, '0');
  switch (COUNTRIES[country]!.code) {
    case 'DE': {
      const prefix = GERMAN_PREFIXES[Math.floor(ordinal / 1000)];
      if (prefix === undefined) return undefined;
      return {
        international: `+49${prefix.replace(' ', '')}${thousand}`,
        national: `0${prefix.replace(' ', ' / ')}${thousand}`,
      };
    }
    case 'FR': {
      if (ordinal >= 10_000) return undefined;
      const last = String(ordinal).padStart(4, '0');
      return { international: `+3363998${last}`, national: `06 39 98 ${last.slice(0, 2)} ${last.slice(2)}` };
    }
    case 'GB':
      if (ordinal >= 1000) return undefined;
      return { international: `+442079460${thousand}`, national: `020 7946 0${thousand}` };
    default:
      return undefined;
  }
}
