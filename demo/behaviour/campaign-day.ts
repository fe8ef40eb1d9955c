import { cardOf } from '../people/card.ts';
import type { Person } from '../people/person.ts';
import { shareOf } from '../random.ts';
import type { Stage } from '../stage.ts';
import { HOLD_OUT_SHARE, type MessageCampaign } from '../world/campaigns.ts';
import { DEPARTMENTS } from '../world/kinds.ts';
import { appOf, sendMessage } from './send.ts';

/** Sendings are spread over this time, as a sender's rate limit would. */
const SENDING_MS = 40 * 60_000;

/** Plans a campaign's message to a person, when she may get it and its theme is one of hers. */
export function planMessage(stage: Stage, person: Person, campaign: MessageCampaign): void {
  if (!mayCare(person, campaign)) return;
  const { seed } = stage.world;
  const at = campaign.at + Math.floor(shareOf(seed, `minute ${campaign.id}`, person.index) * SENDING_MS);
  const isHeldOut = shareOf(seed, `hold ${campaign.id}`, person.index) < HOLD_OUT_SHARE;
  stage.schedule(at, () => {
    if (mayReach(seed, person, campaign)) sendMessage(stage, person, campaign, at, isHeldOut);
  });
}

function mayCare(person: Person, campaign: MessageCampaign): boolean {
  if (campaign.department === undefined) return true;
  return person.departments.includes(DEPARTMENTS.indexOf(campaign.department));
}

function mayReach(seed: number, person: Person, campaign: MessageCampaign): boolean {
  if (!person.isKnown) return false;
  if (campaign.channel === 'email') return person.allowsEmail;
  if (campaign.channel === 'push') return person.allowsPush && appOf(person) !== undefined;
  return (
    person.allowsSms &&
    person.kind !== 'guest' &&
    person.kind !== 'subscriber' &&
    cardOf(seed, person).phone !== undefined
  );
}
