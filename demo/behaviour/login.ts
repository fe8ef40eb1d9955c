import type { JsonObject } from '../../src/core/index.ts';
import { cardOf } from '../people/card.ts';
import { crmIdOf, loyaltyIdOf, userIdOf } from '../people/ids.ts';
import type { Person } from '../people/person.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS, HOUR_MS, iso, midnight } from '../time.ts';
import { tierOf } from '../world/loyalty.ts';
import { identify, open, pause, track, type Visit } from './visit.ts';

const SLOPPY_EMAIL_SHARE = 0.05;

/** Somebody with an account logs in. */
export function logIn(visit: Visit): void {
  if (visit.as !== undefined) return;
  open(visit, 'Log in', '/account/login');
  pause(visit, 14);
  identify(visit, 'logged in', sloppily(visit, {}));
}

/** Somebody becomes known: opens an account, or leaves an address for the newsletter. */
export function join(visit: Visit): void {
  const { person } = visit;
  const isNewsletter = person.kind === 'subscriber';
  open(visit, isNewsletter ? 'Newsletter' : 'Register', isNewsletter ? '/newsletter' : '/account/register');
  pause(visit, 40);
  identify(visit, 'identified', isNewsletter ? {} : traitsOf(visit.stage.world.seed, person));
  visit.at += 200;
  if (!isNewsletter) {
    track(visit, 'Signed Up', { method: visit.source }, 'page');
    visit.at += 100;
  }
  track(visit, 'Consent Updated', consentsWire(person), 'consent', undefined, undefined, consentText(person));
  person.isKnown = true;
  if (!isNewsletter) syncMaster(visit.stage, person, visit.at);
}

/** A guest leaves her address at the checkout; she has no account. */
export function leaveAddress(visit: Visit): void {
  const { person } = visit;
  const card = cardOf(visit.stage.world.seed, person);
  identify(visit, 'identified', sloppily(visit, { firstName: card.firstName, lastName: card.lastName }));
  visit.at += 150;
  if (!person.isKnown)
    track(
      visit,
      'Consent Updated',
      consentsWire(person),
      'consent',
      undefined,
      undefined,
      consentText(person),
    );
  person.isKnown = true;
}

/** What a form of the shop asks for, as attributes. */
function traitsOf(seed: number, person: Person): JsonObject {
  const card = cardOf(seed, person);
  const hasCard = person.kind === 'member' || person.kind === 'card';
  const hasAccount = person.kind === 'member' || person.kind === 'account';
  return {
    email: card.email,
    firstName: card.firstName,
    lastName: card.lastName,
    gender: card.gender,
    ...(card.phone === undefined ? {} : { phone: card.phone }),
    ...(card.birthday === undefined ? {} : { birthday: card.birthday }),
    address: {
      street: card.street,
      postalCode: card.postalCode,
      city: card.city,
      country: card.country.code,
    },
    country: card.country.code,
    city: card.city,
    language: card.country.language,
    timezone: card.country.timezone,
    ...(hasAccount ? { accountSince: iso(person.joinsAt).slice(0, 10) } : {}),
    ...(hasCard
      ? { loyalty_id: loyaltyIdOf(person), loyaltyTier: tierOf(person.points), loyaltyPoints: person.points }
      : {}),
  };
}

/** What she allows, as a `Consent Updated` event says it. */
function consentsWire(person: Person): JsonObject {
  const state = (allows: boolean): string => (allows ? 'in' : 'out');
  return {
    consents: [
      { channel: 'email', purpose: 'marketing', state: state(person.allowsEmail) },
      { channel: 'sms', purpose: 'marketing', state: state(person.allowsSms) },
      { channel: 'push', purpose: 'marketing', state: state(person.allowsPush) },
    ],
  };
}

/** The same for the answer sheet: the channels that are allowed. */
function consentText(person: Person): string {
  return `${person.allowsEmail ? 'email ' : ''}${person.allowsSms ? 'sms ' : ''}${person.allowsPush ? 'push' : ''}`;
}

/** The customer master tells of a new customer in the night: all her numbers in one place. */
export function syncMaster(stage: Stage, person: Person, time: number): void {
  const at = midnight(time) + DAY_MS + 2 * HOUR_MS + (Math.max(0, person.index) % 3600) * 1000;
  stage.schedule(at, () => emitMaster(stage, person, at));
}

/** The row of a customer in the customer master: who she is, and what she allows. */
export function emitMaster(stage: Stage, person: Person, at: number): void {
  const traits = traitsOf(stage.world.seed, person);
  // Of somebody who only reads the newsletter the master knows an address, and no more.
  const isReader = person.kind === 'subscriber';
  const identities: Record<string, string> = isReader ? {} : { crm: crmIdOf(person) };
  if (person.kind === 'member' || person.kind === 'account') identities['user'] = userIdOf(person);
  if (person.kind === 'member' || person.kind === 'card') identities['loyalty'] = loyaltyIdOf(person);
  identities['email'] = traits['email'] as string;
  if (!isReader && typeof traits['phone'] === 'string') identities['phone'] = traits['phone'];
  const { loyalty_id: _, ...whole } = traits;
  const properties = isReader ? { email: whole['email'], language: whole['language'] } : whole;
  const fact = {
    who: person,
    as: person,
    sender: '',
    device: undefined,
    time: at,
    isInteractive: false,
    product: undefined,
    order: undefined,
    campaign: undefined,
  };
  const id = `crm-${person.key}-${at}`;
  const row = { id, type: 'identify', time: iso(at), identities, properties } as const;
  stage.emit('crm', at, row, {
    ...fact,
    kind: 'identified',
    text: 'loyaltyTier' in traits ? (traits['loyaltyTier'] as string) : '',
  });
  const consent = {
    id: `${id}-c`,
    name: 'Consent Updated',
    time: iso(at),
    identities,
    properties: consentsWire(person),
  };
  stage.emit('crm', at, consent, { ...fact, kind: 'consent', text: consentText(person) });
}

/** Some type their address with capitals and blanks; it is the same address. */
function sloppily(visit: Visit, traits: JsonObject): JsonObject {
  if (!visit.random.chance(SLOPPY_EMAIL_SHARE)) return traits;
  const { email } = cardOf(visit.stage.world.seed, visit.person);
  return { ...traits, email: ` ${email.charAt(0).toUpperCase()}${email.slice(1)} ` };
}
