import { HERO_EFFECTS } from './behaviour/intent.ts';
import { GROUP_EFFECTS } from './behaviour/send.ts';
import { cardOf } from './people/card.ts';
import { pushTokenOf } from './people/devices.ts';
import { crmIdOf, loyaltyIdOf, userIdOf } from './people/ids.ts';
import type { Person } from './people/person.ts';
import { iso } from './time.ts';
import type { NamedAudience } from './truth/audience.ts';
import { BEHAVIOUR_AUDIENCES } from './truth/behaviour-audiences.ts';
import { type Order, revenueOf } from './truth/fact.ts';
import { type FunnelAnswer, funnelAnswers } from './truth/funnels.ts';
import { type Ledger, sessionOf } from './truth/ledger.ts';
import { ORDER_AUDIENCES } from './truth/order-audiences.ts';
import { PERSON_AUDIENCES } from './truth/person-audiences.ts';
import { keyOf, of, type Profile } from './truth/profile.ts';
import { type Propensity, propensityOf } from './truth/propensity.ts';
import {
  attributionAnswer,
  brickAnswer,
  type CampaignAnswer,
  campaignAnswers,
  type ReviewAnswer,
  reviewAnswers,
  wishesOf,
} from './truth/summaries.ts';

/** The thirty audiences whose members at `now` are known. */
export const AUDIENCES: readonly NamedAudience[] = [
  ...ORDER_AUDIENCES,
  ...BEHAVIOUR_AUDIENCES,
  ...PERSON_AUDIENCES,
];

/** One person as she truly is. */
export interface PersonAnswer {
  /** The strongest identity, `namespace:value`; members of audiences are listed by it. */
  readonly key: string;
  /** Her number in the generator. */
  readonly number: number;
  /** Identities that a faultless product joins, devices included. */
  readonly identities: readonly string[];
  /** Anonymous ids that are hers in truth but that nothing on the wire joins to her. */
  readonly strays: readonly string[];
  readonly kind: string;
  readonly persona: string;
  readonly responseGroup: string;
  readonly sharesTablet: boolean;
  readonly propensity: Propensity;
}

export interface OrderAnswer {
  readonly id: string;
  /** Key of the person whose it can be told to be; a bare receipt for walk-ins. */
  readonly person: string;
  readonly at: string;
  readonly channel: Order['channel'];
  readonly store: string | null;
  readonly currency: string;
  readonly revenue: number;
  readonly isCancelled: boolean;
  /** What was given back for returned things. */
  readonly refunded: number;
  readonly lines: readonly (readonly [product: string, quantity: number, price: number])[];
}

/** The truth about everything that was delivered until `now`. */
export interface Answers {
  readonly options: Ledger['world']['options'];
  readonly now: string;
  readonly start: string;
  readonly people: readonly PersonAnswer[];
  readonly orders: readonly OrderAnswer[];
  /** Sessions of 30 minutes per sender since `start`, strangers and machines included. */
  readonly sessionCount: number;
  readonly audiences: readonly {
    id: string;
    title: string;
    definition: string;
    members: readonly string[];
  }[];
  readonly campaigns: readonly CampaignAnswer[];
  readonly responseGroups: typeof GROUP_EFFECTS;
  readonly experiment: { id: string; effects: typeof HERO_EFFECTS };
  readonly incidents: readonly { id: string; title: string; from: string; until: string; effect: number }[];
  readonly attribution: ReturnType<typeof attributionAnswer>;
  readonly clickToBrick: ReturnType<typeof brickAnswer>;
  /** How many came to each step; definitions are funnels.ts. */
  readonly funnels: readonly FunnelAnswer[];
  /** Product ids by person, for those who have a wish list with something on it. */
  readonly wishLists: readonly { readonly person: string; readonly products: readonly string[] }[];
  readonly reviews: readonly ReviewAnswer[];
  /** Devices whose clock is wrong: how many ms it is ahead, by anonymous id. */
  readonly clocks: Readonly<Record<string, number>>;
}

/** Takes the answer sheet from a ledger. Take it at the moment `now` of the stream, or when it has ended there. */
export function answersOf(ledger: Ledger): Answers {
  const { world } = ledger;
  const emailOf = (person: Person): string => cardOf(world.seed, person).email;
  const keys = new Map<Profile, string>();
  for (const profile of [...ledger.known.values(), ...ledger.strangers.values()])
    keys.set(profile, keyOf(profile, emailOf));
  const window = ledger.orders.filter((order) => order.at >= world.start);
  return {
    options: world.options,
    now: iso(world.now),
    start: iso(world.start),
    people: [...ledger.known.values()].map((profile) => personAnswer(ledger, profile, keys.get(profile)!)),
    orders: orderAnswers(ledger, keys),
    sessionCount: ledger.sessions.count(),
    audiences: AUDIENCES.map(({ id, title, definition, includes }) => ({
      id,
      title,
      definition,
      members: [...keys]
        .filter(([profile]) => includes(profile, world))
        .map(([, key]) => key)
        .sort(),
    })),
    campaigns: campaignAnswers(ledger),
    responseGroups: GROUP_EFFECTS,
    experiment: { id: 'hero-spring', effects: HERO_EFFECTS },
    incidents: world.incidents
      .filter((one) => one.from <= world.now)
      .map(({ id, title, from, until, effect }) => ({
        id,
        title,
        from: iso(from),
        until: iso(until),
        effect,
      })),
    attribution: attributionAnswer(window),
    clickToBrick: brickAnswer(window),
    funnels: funnelAnswers([...keys.keys()], (profile, fact) => sessionOf(ledger, profile, fact), world),
    wishLists: [...keys]
      .map(([profile, person]) => ({ person, products: wishesOf(profile) }))
      .filter(({ products }) => products.length > 0),
    reviews: reviewAnswers(keys.keys()),
    clocks: Object.fromEntries(ledger.clocks),
  };
}

function personAnswer(ledger: Ledger, profile: Profile, key: string): PersonAnswer {
  const { seed } = ledger.world;
  const person = profile.person!;
  const joined = profile.senders.map((sender) => `anonymous:${sender}`);
  const used = ledger.devicesUsed.get(person) ?? new Set<string>();
  return {
    key,
    number: person.index,
    identities: [...new Set([key, ...numbersOf(seed, person, profile), ...joined])],
    strays: [...used].filter((sender) => !profile.senders.includes(sender)),
    kind: person.kind,
    persona: person.persona.id,
    responseGroup: person.responseGroup,
    sharesTablet: person.devices.some((device) => device.isShared),
    propensity: propensityOf(ledger.world, person),
  };
}

function numbersOf(seed: number, person: Person, profile: Profile): string[] {
  const { email, phone } = cardOf(seed, person);
  if (!profile.hasDetails) return [];
  const numbers = [`email:${email}`];
  if (profile.hasMaster) numbers.push(`crm:${crmIdOf(person)}`);
  if (person.kind === 'member' || person.kind === 'account') numbers.push(`user:${userIdOf(person)}`);
  if (person.kind === 'member' || person.kind === 'card') numbers.push(`loyalty:${loyaltyIdOf(person)}`);
  if (phone !== undefined) numbers.push(`phone:${phone}`);
  for (const device of person.devices)
    if (device.platform.isApp && device.isLinked) numbers.push(`push:${pushTokenOf(seed, device)}`);
  return numbers;
}

function orderAnswers(ledger: Ledger, keys: ReadonlyMap<Profile, string>): OrderAnswer[] {
  const refunded = new Map<Order, number>();
  for (const { order, text } of ledger.refunds)
    refunded.set(order!, (refunded.get(order!) ?? 0) + Number(text));
  const answers: OrderAnswer[] = [];
  for (const [profile, person] of keys)
    for (const fact of of(profile, 'ordered')) {
      const order = fact.order!;
      answers.push({
        id: order.id,
        person,
        at: iso(order.at),
        channel: order.channel,
        store: order.store?.id ?? null,
        currency: order.currency,
        revenue: revenueOf(order) / 100,
        isCancelled: ledger.cancelled.has(order),
        refunded: refunded.get(order) ?? 0,
        lines: order.lines.map((line) => [line.product.id, line.quantity, line.priceCents / 100] as const),
      });
    }
  return answers.sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
}
