import { cardOf } from '../people/card.ts';
import type { Device } from '../people/devices.ts';
import { pushTokenOf } from '../people/devices.ts';
import type { Person } from '../people/person.ts';
import type { Stage } from '../stage.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import type { FactKind } from '../truth/fact.ts';
import type { MessageCampaign } from '../world/campaigns.ts';
import { directCause, messageCause } from './cause.ts';
import { buyProbability } from './intent.ts';
import { emailOf, report } from './native.ts';

/** What a message does to each kind of person, as a factor on the campaign's response. The true effects. */
export const GROUP_EFFECTS = { persuadable: 2.4, neutral: 0.6, indifferent: 0, annoyed: 0 } as const;
const OPEN_SHARES = { persuadable: 0.42, neutral: 0.3, indifferent: 0.12, annoyed: 0.18 } as const;
/** Annoyed people come half as often for a while. */
const ANNOYED_MS = 6 * DAY_MS;
const BOUNCE_SHARE = 0.008;
const UNSUBSCRIBE_SHARE = 0.0025;
const ANNOYED_UNSUBSCRIBE_SHARE = 0.03;

/** Probability that the message itself brings her to the shop. */
function responseOf(person: Person, campaign: MessageCampaign): number {
  return Math.min(0.6, campaign.response * GROUP_EFFECTS[person.responseGroup] * person.persona.responds);
}

/** Orders that the message adds, expected at the moment of sending: the true uplift of one person. */
function upliftOf(stage: Stage, person: Person, campaign: MessageCampaign, at: number): number {
  if (person.responseGroup === 'annoyed') {
    const lostVisits = 0.5 * person.visitsPerDay * person.persona.stays * (ANNOYED_MS / DAY_MS);
    return -lostVisits * buyProbability(stage.world, person, directCause(), at);
  }
  return responseOf(person, campaign) * buyProbability(stage.world, person, messageCause(campaign), at);
}

/** Sends a message to somebody, or holds her out, and plays what comes of it. */
export function sendMessage(
  stage: Stage,
  person: Person,
  campaign: MessageCampaign,
  at: number,
  isHeldOut: boolean,
): void {
  const { random } = person;
  stage.assign({ campaign, person, at, isHeldOut, uplift: upliftOf(stage, person, campaign, at) });
  // The same draws for both arms, so that being held out changes nothing but the message.
  const responds = random.chance(responseOf(person, campaign));
  const opens = responds || random.chance(OPEN_SHARES[person.responseGroup]);
  const bounces = random.chance(BOUNCE_SHARE);
  const delay = Math.floor(random.exponential(3 * HOUR_MS)) + MINUTE_MS;
  const leaves = random.chance(
    person.responseGroup === 'annoyed' ? ANNOYED_UNSUBSCRIBE_SHARE : UNSUBSCRIBE_SHARE,
  );
  if (isHeldOut) return;
  tell(stage, person, campaign, at, 'sent', 'Sent');
  if (bounces && campaign.channel !== 'push') {
    tell(stage, person, campaign, at + 2_000, 'bounced', 'Bounced');
    return;
  }
  if (person.responseGroup === 'annoyed') person.annoyedUntil = at + ANNOYED_MS;
  const openedAt = at + delay;
  if (opens && campaign.channel !== 'sms') tellLater(stage, person, campaign, openedAt, 'opened', 'Opened');
  if (responds) {
    tellLater(stage, person, campaign, openedAt + 9_000, 'clicked', 'Clicked');
    stage.schedule(openedAt + 11_000, () => visitBy(stage, person, campaign, openedAt + 11_000));
  } else if (leaves) {
    stage.schedule(openedAt + 20_000, () => unsubscribe(stage, person, campaign, openedAt + 20_000));
  }
}

function visitBy(stage: Stage, person: Person, campaign: MessageCampaign, at: number): void {
  const device = campaign.channel === 'push' ? appOf(person) : person.devices[0];
  if (device) stage.visit(person, device, messageCause(campaign), at);
}

function unsubscribe(stage: Stage, person: Person, campaign: MessageCampaign, at: number): void {
  const { channel } = campaign;
  if (channel === 'email') person.allowsEmail = false;
  else if (channel === 'sms') person.allowsSms = false;
  else person.allowsPush = false;
  tell(stage, person, campaign, at, 'consent', 'Unsubscribed', `no ${channel}`);
}

function tellLater(
  stage: Stage,
  person: Person,
  campaign: MessageCampaign,
  at: number,
  kind: FactKind,
  what: string,
): void {
  stage.schedule(at, () => tell(stage, person, campaign, at, kind, what));
}

/** Names as in Segment's e-mail specification, for SMS and push alike; `Unsubscribed` is the same for all. */
function tell(
  stage: Stage,
  person: Person,
  campaign: MessageCampaign,
  at: number,
  kind: FactKind,
  what: string,
  text = '',
): void {
  const { channel } = campaign;
  const noun = channel === 'email' ? 'Email' : channel === 'sms' ? 'SMS' : 'Push';
  const subject = channel === 'email' ? { email_subject: campaign.subject } : {};
  report(stage, {
    source: 'messages',
    id: `msg-${campaign.id}-${person.key}-${at}-${what.toLowerCase()}`,
    name: what === 'Unsubscribed' ? what : `${noun} ${what === 'Clicked' ? 'Link Clicked' : what}`,
    at,
    person,
    identities: addressOf(stage.world.seed, person, channel),
    properties: {
      campaign_id: campaign.id,
      campaign_name: campaign.id,
      channel,
      purpose: 'marketing',
      ...subject,
    },
    kind,
    campaign,
    text,
  });
}

function addressOf(
  seed: number,
  person: Person,
  channel: MessageCampaign['channel'],
): Record<string, string> {
  if (channel === 'email') return { email: emailOf(seed, person) };
  if (channel === 'sms') return { phone: cardOf(seed, person).phone! };
  return { push: pushTokenOf(seed, appOf(person)!) };
}

/** The device on which she has logged in to the app; only that can be pushed to. */
export function appOf(person: Person): Device | undefined {
  return person.devices.find((device) => device.platform.isApp && device.isLinked);
}
