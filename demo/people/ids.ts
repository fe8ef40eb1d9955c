import type { Person } from './person.ts';

/** The number of her account. */
export function userIdOf(person: Person): string {
  return `U${100_000 + person.index}`;
}

/** The number on her loyalty card. */
export function loyaltyIdOf(person: Person): string {
  return `HM${4_000_000_000 + person.index * 37}`;
}

/** Her number in the customer master. */
export function crmIdOf(person: Person): string {
  return `K${700_000 + person.index}`;
}
