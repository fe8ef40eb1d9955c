import type { Witness } from '../generate.ts';
import type { Person } from '../people/person.ts';
import type { World } from '../world/world.ts';
import type { Assignment, Fact, Order } from './fact.ts';
import { absorb, newProfile, noteFact, type Profile } from './profile.ts';
import { SessionCount } from './sessions.ts';

/** Writes the truth down while the messages go by; what is delivered after `now` does not count. */
export interface Ledger extends Witness {
  readonly world: World;
  /** Profiles of people who are known. */
  readonly known: Map<Person, Profile>;
  /** Profiles of devices and receipts that nobody has claimed. */
  readonly strangers: Map<string, Profile>;
  /** Devices whose clock is wrong, by anonymous id: ms ahead of the true time. */
  readonly clocks: Map<string, number>;
  /** Every anonymous id that a person truly used. */
  readonly devicesUsed: Map<Person, Set<string>>;
  readonly orders: Order[];
  readonly refunds: Fact[];
  readonly cancelled: Set<Order>;
  readonly assignments: Assignment[];
  /** Of the window, not of the remembered orders. */
  readonly sessions: SessionCount;
  facts: number;
}

/** Opens an empty ledger. Give it to `generate` as its witness. */
export function openLedger(world: World): Ledger {
  const owners = new Map<string, Profile>();
  const ledger: Ledger = {
    world,
    known: new Map(),
    strangers: new Map(),
    clocks: new Map(),
    devicesUsed: new Map(),
    orders: [],
    refunds: [],
    cancelled: new Set(),
    assignments: [],
    sessions: new SessionCount(),
    facts: 0,
    fact(fact, at) {
      if (at > world.now) return;
      ledger.facts++;
      const profile = attribute(ledger, owners, fact);
      noteFact(profile, fact);
      noteAside(ledger, fact, profile);
    },
    assigned(assignment) {
      if (assignment.at <= world.now) ledger.assignments.push(assignment);
    },
  };
  return ledger;
}

/**
 * Whose a message is, by what is on the wire: the person it names; else whoever authenticated last on the device;
 * else a stranger of her own, until somebody authenticates there. It is the rule "on authentication", and on shared
 * devices "the last one who authenticated".
 */
function attribute(ledger: Ledger, owners: Map<string, Profile>, fact: Fact): Profile {
  const { sender, as, device } = fact;
  if (as) {
    let profile = ledger.known.get(as);
    if (!profile) {
      profile = newProfile();
      profile.person = as;
      ledger.known.set(as, profile);
    }
    if (device) claim(ledger, owners, sender, profile);
    return profile;
  }
  const owner = owners.get(sender) ?? ledger.strangers.get(sender);
  if (owner) return owner;
  const stranger = newProfile();
  stranger.senders.push(sender);
  ledger.strangers.set(sender, stranger);
  return stranger;
}

function claim(ledger: Ledger, owners: Map<string, Profile>, sender: string, profile: Profile): void {
  const former = owners.get(sender);
  if (former === profile) return;
  // A tablet belongs to the last one who authenticated; what was done on it before stays where it is.
  if (former) former.senders.splice(former.senders.indexOf(sender), 1);
  owners.set(sender, profile);
  const stranger = ledger.strangers.get(sender);
  if (stranger) {
    ledger.strangers.delete(sender);
    ledger.sessions.rename(sharedSender(sender, stranger), sharedSender(sender, profile));
    absorb(profile, stranger);
  } else if (!profile.senders.includes(sender)) profile.senders.push(sender);
}

function noteAside(ledger: Ledger, fact: Fact, profile: Profile): void {
  const { device, who, sender } = fact;
  if (fact.isInteractive && fact.time >= ledger.world.start)
    ledger.sessions.note(senderOf(profile, fact), fact.time);
  if (device && device.clockMs !== 0) ledger.clocks.set(sender, device.clockMs);
  if (device && who.index >= 0) {
    const used = ledger.devicesUsed.get(who);
    if (used) used.add(sender);
    else ledger.devicesUsed.set(who, new Set([sender]));
  }
  if (fact.kind === 'ordered') ledger.orders.push(fact.order!);
  if (fact.kind === 'refunded') ledger.refunds.push(fact);
  if (fact.kind === 'cancelled') ledger.cancelled.add(fact.order!);
}

/** The session of a truth: whose it is, and when it began. */
export function sessionOf(ledger: Ledger, profile: Profile, fact: Fact): string {
  const sender = senderOf(profile, fact);
  return `${sender} ${ledger.sessions.beginOf(sender, fact.time)}`;
}

function senderOf(profile: Profile, { device, sender }: Fact): string {
  return device?.isShared ? sharedSender(sender, profile) : sender;
}

/** A tablet that changes hands counts sessions for each of its people. */
function sharedSender(sender: string, profile: Profile): string {
  return `${sender}/${profile.person?.index ?? ''}`;
}
