import { loyaltyIdOf, userIdOf } from '../people/ids.ts';
import type { Person } from '../people/person.ts';
import { TIERS } from '../world/loyalty.ts';
import type { Fact, FactKind, Order } from './fact.ts';

/** What a faultless product can know of one person: everything that was delivered and can be told to be hers. */
export interface Profile {
  /** Undefined while nobody knows who it is. */
  person: Person | undefined;
  /** Anonymous ids and receipts that are hers. */
  readonly senders: string[];
  /** By kind, in order of delivery. */
  readonly facts: Map<FactKind, Fact[]>;
  /** Newest event time on the web or in the app, in the app alone; 0 for never. */
  lastOnlineAt: number;
  lastAppAt: number;
  /** Channels that she allows, as said last. */
  allows: ReadonlySet<string>;
  consentAt: number;
  /** Registration or customer master told birthday and the rest. */
  hasDetails: boolean;
  /** The customer master told all her numbers. */
  hasMaster: boolean;
  /** What her card was reported to be last; empty without a card. */
  tier: string;
  tierAt: number;
}

/** Kinds that no question is asked about one by one; the profile only keeps when the newest was. */
const FLEETING: ReadonlySet<FactKind> = new Set<FactKind>([
  'page',
  'listed',
  'system',
  'promotion',
  'bounced',
]);

/** Strangers allow nothing, and there are many of them. */
const NOTHING: ReadonlySet<string> = new Set();
const TIER_NAMES: ReadonlySet<string> = new Set(TIERS.map((tier) => tier.name));

export function newProfile(): Profile {
  return {
    person: undefined,
    senders: [],
    facts: new Map(),
    lastOnlineAt: 0,
    lastAppAt: 0,
    allows: NOTHING,
    consentAt: 0,
    hasDetails: false,
    hasMaster: false,
    tier: '',
    tierAt: 0,
  };
}

/** Notes a truth on a profile. */
export function noteFact(profile: Profile, fact: Fact): void {
  const { kind, time, device } = fact;
  if (device) {
    profile.lastOnlineAt = Math.max(profile.lastOnlineAt, time);
    if (device.platform.isApp) profile.lastAppAt = Math.max(profile.lastAppAt, time);
  }
  if (kind === 'consent') noteConsent(profile, fact);
  if (kind === 'identified' && fact.as?.kind !== 'guest' && fact.as?.kind !== 'subscriber')
    profile.hasDetails = true;
  if (kind === 'identified' && !device) profile.hasMaster = fact.as?.kind !== 'subscriber';
  if (TIER_NAMES.has(fact.text) && time >= profile.tierAt) {
    profile.tier = fact.text;
    profile.tierAt = time;
  }
  if (FLEETING.has(kind)) return;
  const list = profile.facts.get(kind);
  if (list) list.push(fact);
  else profile.facts.set(kind, [fact]);
}

/** Adds what an anonymous profile holds to the one it turned out to be. */
export function absorb(profile: Profile, other: Profile): void {
  profile.senders.push(...other.senders);
  profile.lastOnlineAt = Math.max(profile.lastOnlineAt, other.lastOnlineAt);
  profile.lastAppAt = Math.max(profile.lastAppAt, other.lastAppAt);
  for (const [kind, facts] of other.facts)
    profile.facts.set(kind, [...(profile.facts.get(kind) ?? []), ...facts]);
}

/** Truths of a kind. */
export function of(profile: Profile, kind: FactKind): readonly Fact[] {
  return profile.facts.get(kind) ?? [];
}

/** Her orders, oldest first; cancelled and returned ones count, as an event of an order is one. */
export function ordersOf(profile: Profile): Order[] {
  return of(profile, 'ordered')
    .map((fact) => fact.order!)
    .sort((a, b) => a.at - b.at);
}

/** The one name under which the answer sheet lists a person: her strongest identity. */
export function keyOf(profile: Profile, emailOf: (person: Person) => string): string {
  const { person } = profile;
  if (!person)
    return profile.senders[0]!.includes(':') ? profile.senders[0]! : `anonymous:${profile.senders[0]}`;
  if (person.kind === 'member' || person.kind === 'account') return `user:${userIdOf(person)}`;
  if (person.kind === 'card') return `loyalty:${loyaltyIdOf(person)}`;
  return `email:${emailOf(person)}`;
}

function noteConsent(profile: Profile, fact: Fact): void {
  // `no email` takes one channel away; any other text names all that are allowed.
  if (fact.text.startsWith('no ')) {
    const allows = new Set(profile.allows);
    allows.delete(fact.text.slice(3));
    profile.allows = allows;
  } else if (fact.time >= profile.consentAt) {
    profile.allows = new Set(fact.text.split(' ').filter((channel) => channel !== ''));
    profile.consentAt = fact.time;
  }
}
