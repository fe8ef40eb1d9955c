import type { Random } from '../random.ts';
import type { Country } from '../world/countries.ts';
import type { Product } from '../world/products.ts';
import type { Store } from '../world/stores.ts';
import type { Device } from './devices.ts';
import type { Persona } from './personas.ts';

/**
 * How the shop can know somebody: an account with a loyalty card, an account alone, an e-mail address from a guest
 * checkout or from the newsletter, a loyalty card that is only used in stores; a visitor is never known.
 */
export type PersonKind = 'member' | 'account' | 'guest' | 'card' | 'subscriber' | 'visitor';

/** How a person takes to messages; what uplift models try to find out. */
export type ResponseGroup = 'persuadable' | 'neutral' | 'indifferent' | 'annoyed';

/** A thing that somebody would like to have, and what it cost in cents of a euro when she said so. */
export interface Wish {
  readonly product: Product;
  readonly priceCents: number;
}

/** One line of a cart. */
export interface CartLine {
  readonly product: Product;
  readonly variant: string;
  quantity: number;
}

/** Who a person is on paper: what forms and customer cards say. Made from the seed when it is needed (card.ts). */
export interface Card {
  readonly firstName: string;
  readonly lastName: string;
  readonly gender: 'f' | 'm';
  readonly email: string;
  /** E.164, or undefined when she gave none. */
  readonly phone: string | undefined;
  /** The same number as people of her country write it. */
  readonly nationalPhone: string | undefined;
  /** 1986-05-17, or undefined when she gave none. */
  readonly birthday: string | undefined;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: Country;
}

/** Somebody, and what she carries from visit to visit. */
export interface Person {
  /** Her number; -1 for visitors. */
  readonly index: number;
  /** `p12` or `v20480-7`: unique, part of message ids. */
  readonly key: string;
  readonly kind: PersonKind;
  readonly persona: Persona;
  readonly country: Country;
  readonly store: Store | undefined;
  readonly random: Random;
  /** When she becomes known; beyond the end for visitors. */
  readonly joinsAt: number;
  /** Her first visit can be before that. */
  readonly startsAt: number;
  readonly visitsPerDay: number;
  readonly storeVisitsPerDay: number;
  readonly buyFactor: number;
  /** Her three departments, dearest first. */
  readonly departments: readonly number[];
  readonly responseGroup: ResponseGroup;
  readonly refusesCookies: boolean;
  readonly devices: readonly Device[];
  /** Written by hand for a scripted person; everybody else has one made from her number. */
  readonly card: Card | undefined;
  allowsEmail: boolean;
  allowsSms: boolean;
  allowsPush: boolean;
  /** The shop knows her by now. */
  isKnown: boolean;
  visitCount: number;
  orderCount: number;
  points: number;
  lastVisitAt: number;
  lastOrderAt: number;
  /** Messages have put her off until then. */
  annoyedUntil: number;
  /** What former visits left of interest, by channel; undefined before the first. */
  heat: number[] | undefined;
  heatAt: number;
  cart: CartLine[];
  /** What she would like to have, oldest first. */
  wishes: readonly Wish[];
  /** Something she uses up, and when it will be empty. */
  runsOut: Product | undefined;
  runsOutAt: number;
}
