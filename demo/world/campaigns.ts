import { DAY_MS, HOUR_MS, isWithin, midnight, type Span } from '../time.ts';
import type { ChannelId } from './channels.ts';

/** An advertising campaign: who clicks lands here with its utm parameters. */
export interface AdCampaign extends Span {
  readonly id: string;
  readonly channel: ChannelId;
  /** Where it leads; undefined is the home page. */
  readonly department: string | undefined;
  readonly term: string | undefined;
  /** Its share of the channel's clicks while it runs. */
  readonly weight: number;
  /** By how much it raises the channel's visits of strangers while it runs. */
  readonly lift: number;
}

/** One sending of a message to everybody who allows it and may care. */
export interface MessageCampaign {
  readonly id: string;
  readonly channel: 'email' | 'sms' | 'push';
  readonly subject: string;
  readonly at: number;
  readonly department: string | undefined;
  readonly coupon: string | undefined;
  /** The discount of the coupon, 0 to 1. */
  readonly discount: number;
  /** The true effect: probability that a message brings an average recipient to the shop who would not have come. */
  readonly response: number;
}

/** Drawn at random, gets no message; what makes the effect measurable. */
export const HOLD_OUT_SHARE = 0.2;
/** Effects of a message are counted over this time after it. */
export const EFFECT_DAYS = 7;

type AdRow = readonly [
  string,
  ChannelId,
  string | undefined,
  string | undefined,
  number,
  number,
  number,
  number,
];
// id, channel, department, term, begin and end as shares of the window, weight, lift.
const ADS: readonly AdRow[] = [
  ['search-brand', 'paid search', undefined, 'halden moss', 0, 2, 3, 0],
  ['search-yoga', 'paid search', 'Yoga', 'yoga mat', 0, 2, 3, 0],
  ['search-running', 'paid search', 'Running', 'running shoes', 0, 2, 3, 0],
  ['search-outdoor', 'paid search', 'Outdoor', 'hiking boots', 0.3, 2, 2, 0.1],
  ['social-new-year', 'paid social', 'Fitness', undefined, 0, 0.22, 3, 0.3],
  ['social-yoga-flow', 'paid social', 'Yoga', undefined, 0.15, 2, 4, 0.15],
  ['social-run-club', 'paid social', 'Running', undefined, 0.55, 2, 3, 0.25],
  ['affiliate-always', 'affiliate', undefined, undefined, 0, 2, 2, 0],
  ['affiliate-nutrition', 'affiliate', 'Nutrition', undefined, 0.4, 0.7, 2, 0.4],
  ['display-prospecting', 'display', undefined, undefined, 0, 2, 2, 0],
  ['display-spring', 'display', 'Outdoor', undefined, 0.6, 0.85, 3, 0.5],
];

/** The advertising of all rounds: what has an end comes again in each, under a name of its own. */
export function adCampaigns(rounds: readonly Span[]): AdCampaign[] {
  return rounds.flatMap((round, number) => advertising(round, number === 0 ? '' : `-${number + 1}`));
}

function advertising({ from, until }: Span, ending: string): AdCampaign[] {
  const at = (share: number): number => midnight(from + share * (until - from));
  const rows = ending === '' ? ADS : ADS.filter(([, , , , , end]) => end <= 1);
  return rows.map(([id, channel, department, term, begin, end, weight, lift]) => ({
    id: id + ending,
    channel,
    department,
    term,
    weight,
    lift,
    from: at(begin),
    until: end > 1 ? Number.MAX_SAFE_INTEGER : at(end),
  }));
}

type MessageRow = readonly [
  string,
  MessageCampaign['channel'],
  string,
  number,
  string | undefined,
  string | undefined,
  number,
  number,
];
// id, channel, subject, moment as a share of the window, department, coupon, discount, response.
const MESSAGES: readonly MessageRow[] = [
  ['news-winter-sale', 'email', 'Up to 40 % off winter favourites', 0.06, undefined, undefined, 0, 0.08],
  ['news-yoga-morning', 'email', 'Five flows for slow mornings', 0.2, 'Yoga', undefined, 0, 0.09],
  ['sms-flash-weekend', 'sms', '15 % this weekend with FLASH15', 0.3, undefined, 'FLASH15', 0.15, 0.13],
  ['news-run-spring', 'email', 'Your spring running plan', 0.38, 'Running', undefined, 0, 0.09],
  ['push-app-day', 'push', 'App day: free delivery', 0.52, undefined, undefined, 0, 0.1],
  ['news-member-tenner', 'email', 'Ten percent for members', 0.6, undefined, 'MEMBER10', 0.1, 0.16],
  ['news-pantry', 'email', 'Time to restock your pantry', 0.72, 'Nutrition', undefined, 0, 0.07],
  ['news-outdoor-opening', 'email', 'The trail season opens', 0.83, 'Outdoor', undefined, 0, 0.09],
  ['push-new-in', 'push', 'New in: the spring collection', 0.9, undefined, undefined, 0, 0.07],
  ['news-yoga-retreat', 'email', 'Win a weekend retreat', 0.95, 'Yoga', undefined, 0, 0.05],
];

/** Below this many days two sendings would fall on one day. */
const MESSAGE_DAYS_MIN = 20;

/**
 * The sendings of the window, in order of time; after `now` they begin anew, with names of their own, for a shop that goes on
 * living.
 */
export function messageCampaigns(start: number, now: number, until: number): MessageCampaign[] {
  if (now - start < MESSAGE_DAYS_MIN * DAY_MS) return [];
  const campaigns: MessageCampaign[] = [];
  for (let round = 0; start + round * (now - start) < until; round++)
    campaigns.push(
      ...sendings(start + round * (now - start), now - start, round === 0 ? '' : `-${round + 1}`),
    );
  return campaigns;
}

function sendings(start: number, lengthMs: number, ending: string): MessageCampaign[] {
  return MESSAGES.map(([id, channel, subject, moment, department, coupon, discount, response], index) => ({
    id: id + ending,
    channel,
    subject,
    department,
    coupon,
    discount,
    response,
    at: midnight(start + moment * lengthMs) + (7 + (index % 4) * 3) * HOUR_MS,
  }));
}

/** The campaigns of a channel that run at a moment. */
export function running(campaigns: readonly AdCampaign[], channel: ChannelId, time: number): AdCampaign[] {
  return campaigns.filter((campaign) => campaign.channel === channel && isWithin(campaign, time));
}
