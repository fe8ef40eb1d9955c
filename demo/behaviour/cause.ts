import type { Person } from '../people/person.ts';
import type { Random } from '../random.ts';
import type { Cause } from '../truth/fact.ts';
import { type MessageCampaign, running } from '../world/campaigns.ts';
import { type Channel, channelOf, MARKETING_CHANNELS } from '../world/channels.ts';
import { incidentAt } from '../world/incidents.ts';
import type { Product } from '../world/products.ts';
import type { World } from '../world/world.ts';

const PERSON_SHARES = MARKETING_CHANNELS.map((channel) => channel.personShare);
const VISITOR_SHARES = MARKETING_CHANNELS.map((channel) => channel.visitorShare);
const DIRECT = channelOf('direct');

/** Why somebody comes of her own accord, or by an advertisement, at a moment. */
export function drawCause(world: World, person: Person, time: number): Cause {
  const { random } = person;
  const isVisitor = person.kind === 'visitor';
  if (isVisitor && isViral(world, time, random)) {
    const product = world.viralProduct;
    return { ...causeOf(channelOf('social')), incident: 'viral-post', product, department: 'Yoga' };
  }
  const channel = MARKETING_CHANNELS[random.weighted(isVisitor ? VISITOR_SHARES : PERSON_SHARES)]!;
  return channel.medium === '' ? causeOf(channel) : adCause(world, channel, random, time);
}

/** Somebody types the address or opens the app. */
export function directCause(product?: Product): Cause {
  return { ...causeOf(DIRECT), product, department: product?.kind.department };
}

/** Somebody follows a message. */
export function messageCause(campaign: MessageCampaign): Cause {
  const channel = channelOf(campaign.channel);
  return {
    ...causeOf(channel),
    campaignId: campaign.id,
    source: channel.sources[0]!,
    department: campaign.department,
    message: campaign,
  };
}

function adCause(world: World, channel: Channel, random: Random, time: number): Cause {
  const campaigns = running(world.ads, channel.id, time);
  if (campaigns.length === 0) return causeOf(channel);
  const campaign = campaigns[random.weighted(campaigns.map((one) => one.weight))]!;
  return {
    ...causeOf(channel),
    campaignId: campaign.id,
    source: random.pick(channel.sources),
    term: campaign.term ?? '',
    department: campaign.department,
  };
}

/** While the post goes round, so many of the strangers come because of it. */
function isViral(world: World, time: number, random: Random): boolean {
  const viral = incidentAt(world.incidents, 'viral-post', time);
  return viral !== undefined && random.chance(viral.effect / (1 + viral.effect));
}

/** Somebody comes this way, without a campaign. */
export function causeOf(channel: Channel): Cause {
  return {
    channel,
    campaignId: '',
    source: '',
    term: '',
    department: undefined,
    product: undefined,
    message: undefined,
    incident: undefined,
  };
}
