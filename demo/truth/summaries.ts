import { GROUP_EFFECTS } from '../behaviour/send.ts';
import { DAY_MS, iso } from '../time.ts';
import { EFFECT_DAYS } from '../world/campaigns.ts';
import type { ChannelId } from '../world/channels.ts';
import type { Assignment, Order } from './fact.ts';
import type { Ledger } from './ledger.ts';
import { of, type Profile } from './profile.ts';

/** The truth about one message campaign. */
export interface CampaignAnswer {
  readonly id: string;
  readonly channel: string;
  readonly first: string;
  readonly sentCount: number;
  readonly heldOutCount: number;
  /** Orders that one message adds on average, expected at the moment of sending; what a perfect uplift model finds. */
  readonly trueUplift: number;
  readonly trueUpliftByGroup: Readonly<Record<string, number>>;
  /** Share of each arm with an order in the days after; what an analyst can see. */
  readonly orderShareSent: number;
  readonly orderShareHeldOut: number;
}

/** Sums up who was sent what and what came of it. */
export function campaignAnswers(ledger: Ledger): CampaignAnswer[] {
  const groups = new Map<string, Assignment[]>();
  for (const assignment of ledger.assignments) {
    const list = groups.get(assignment.campaign.id);
    if (list) list.push(assignment);
    else groups.set(assignment.campaign.id, [assignment]);
  }
  const ordersBy = new Map<unknown, number[]>();
  for (const order of ledger.orders) {
    const list = ordersBy.get(order.person);
    if (list) list.push(order.at);
    else ordersBy.set(order.person, [order.at]);
  }
  const hasOrdered = ({ person, at }: Assignment): boolean =>
    (ordersBy.get(person) ?? []).some((time) => time > at && time <= at + EFFECT_DAYS * DAY_MS);
  return [...groups.values()].map((all) => {
    const sent = all.filter((one) => !one.isHeldOut);
    const held = all.filter((one) => one.isHeldOut);
    const { campaign } = all[0]!;
    return {
      id: campaign.id,
      channel: campaign.channel,
      first: iso(all[0]!.at),
      sentCount: sent.length,
      heldOutCount: held.length,
      trueUplift: round(mean(all.map((one) => one.uplift))),
      trueUpliftByGroup: Object.fromEntries(
        Object.keys(GROUP_EFFECTS).map((group) => [
          group,
          round(mean(all.filter((one) => one.person.responseGroup === group).map((one) => one.uplift))),
        ]),
      ),
      orderShareSent: round(mean(sent.map((one) => Number(hasOrdered(one))))),
      orderShareHeldOut: round(mean(held.map((one) => Number(hasOrdered(one))))),
    };
  });
}

/** What each channel truly contributed to the online orders of the window, as shares of orders and of revenue. */
export function attributionAnswer(
  orders: readonly Order[],
): Record<string, { orderShare: number; revenueShare: number }> {
  const byOrders = new Map<ChannelId, number>();
  const byRevenue = new Map<ChannelId, number>();
  let [orderSum, revenueSum] = [0, 0];
  for (const order of orders)
    for (const [channel, credit] of Object.entries(order.credits) as [ChannelId, number][]) {
      const euros = (credit * (order.subtotalCents - order.discountCents)) / 100 / order.person.country.rate;
      byOrders.set(channel, (byOrders.get(channel) ?? 0) + credit);
      byRevenue.set(channel, (byRevenue.get(channel) ?? 0) + euros);
      orderSum += credit;
      revenueSum += euros;
    }
  return Object.fromEntries(
    [...byOrders].map(([channel, credit]) => [
      channel,
      {
        orderShare: round(credit / orderSum),
        revenueShare: round((byRevenue.get(channel) ?? 0) / revenueSum),
      },
    ]),
  );
}

/** Store orders that an online visit led to, by the channel of the visit. */
export function brickAnswer(orders: readonly Order[]): Record<string, { orders: number; meanDays: number }> {
  const days = new Map<string, number[]>();
  for (const { brickFrom, at } of orders) {
    if (!brickFrom) continue;
    const list = days.get(brickFrom.channel) ?? [];
    list.push((at - brickFrom.at) / DAY_MS);
    days.set(brickFrom.channel, list);
  }
  return Object.fromEntries(
    [...days].map(([channel, list]) => [channel, { orders: list.length, meanDays: round(mean(list)) }]),
  );
}

/** What somebody would like to have: put on her list and neither taken off nor put into the cart since; product ids in order. */
export function wishesOf(profile: Profile): string[] {
  const changes = [...of(profile, 'wished'), ...of(profile, 'unwished')].sort((a, b) => a.time - b.time);
  const ids = new Set<string>();
  for (const { kind, product } of changes)
    if (kind === 'wished') ids.add(product!.id);
    else ids.delete(product!.id);
  return [...ids];
}

/** What people wrote about a product. */
export interface ReviewAnswer {
  readonly product: string;
  readonly count: number;
  /** Mean of the stars, 1 to 5. */
  readonly rating: number;
}

/** The reviews of the window by product. */
export function reviewAnswers(profiles: Iterable<Profile>): ReviewAnswer[] {
  const ratings = new Map<string, number[]>();
  for (const profile of profiles)
    for (const { product, text } of of(profile, 'reviewed')) {
      const list = ratings.get(product!.id);
      if (list) list.push(Number(text));
      else ratings.set(product!.id, [Number(text)]);
    }
  return [...ratings]
    .map(([product, list]) => ({ product, count: list.length, rating: round(mean(list)) }))
    .sort((a, b) => (a.product < b.product ? -1 : 1));
}

export function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
