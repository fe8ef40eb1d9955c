import type { Matcher } from '../../src/core/condition/index.ts';
import type { RealClick } from './real-people.ts';
import type { Asked } from './retail-conditions.ts';

/** When the electronics shop is looked at: after the last click. */
export const CLICKS_AS_OF = Date.UTC(2024, 6, 1);

const DAY = 86_400_000;
const FUNNEL = ['catalog', 'add_to_cart', 'cart', 'purchase'] as const;
const since = (days: number) => (click: RealClick) => click.time > CLICKS_AS_OF - days * DAY;
const named = (clicks: readonly RealClick[], event: string) =>
  clicks.filter((click) => click.event === event);

const on = (event: string, platform: string): Matcher => ({
  event,
  where: [{ context: 'device.type', text: { is: platform } }],
});

/** The steps in this order, each later than the one before: the earliest next one is as good as any. */
function walked(clicks: readonly RealClick[], steps: readonly string[]): boolean {
  let after = Number.NEGATIVE_INFINITY;
  for (const step of steps) {
    const next = clicks.find((click) => click.event === step && click.time > after);
    if (!next) return false;
    after = next.time;
  }
  return true;
}

function funnelOn(platform: string): Asked<RealClick> {
  return {
    condition: { sequence: FUNNEL.map((event) => ({ did: on(event, platform) })) },
    plainly: (clicks) =>
      walked(
        clicks.filter((click) => click.platform === platform),
        FUNNEL,
      ),
  };
}

/** What one would ask about the visitors of a shop. */
export const CLICK_CONDITIONS: Readonly<Record<string, Asked<RealClick>>> = {
  'funnel-anywhere': {
    condition: { sequence: FUNNEL.map((event) => ({ did: { event } })) },
    plainly: (clicks) => walked(clicks, FUNNEL),
  },
  'funnel-desktop': funnelOn('desktop'),
  'funnel-mobile': funnelOn('mobile'),
  'funnel-tablet': funnelOn('tablet'),
  'keen-viewers': {
    condition: { did: { event: 'product_view' }, in: { last: '30d' }, times: { atLeast: 5 } },
    plainly: (clicks) => named(clicks, 'product_view').filter(since(30)).length >= 5,
  },
  'left-a-cart': {
    condition: {
      sequence: [{ did: { event: 'add_to_cart' } }],
      afterwards: { without: [{ event: 'purchase' }], for: '1d' },
      in: { last: '60d' },
    },
    plainly: (clicks) =>
      named(clicks, 'add_to_cart')
        .filter(since(60))
        .some(
          ({ time }) =>
            time + DAY <= CLICKS_AS_OF &&
            !named(clicks, 'purchase').some((bought) => bought.time > time && bought.time <= time + DAY),
        ),
  },
  'bought-within-ten-minutes': {
    condition: {
      sequence: [{ did: { event: 'add_to_cart' } }, { did: { event: 'purchase' }, within: '10min' }],
    },
    plainly: (clicks) =>
      named(clicks, 'add_to_cart').some(({ time }) =>
        named(clicks, 'purchase').some((bought) => bought.time > time && bought.time <= time + 600_000),
      ),
  },
  'bought-after-an-e-mail': {
    condition: {
      did: { event: 'purchase', where: [{ context: 'campaign.source', text: { is: 'email' } }] },
    },
    plainly: (clicks) => named(clicks, 'purchase').some(({ campaign }) => campaign === 'email'),
  },
  'on-several-platforms': {
    condition: { did: { event: '*' }, distinct: { of: { context: 'device.type' }, atLeast: 2 } },
    plainly: (clicks) => new Set(clicks.map(({ platform }) => platform)).size >= 2,
  },
  'gone-quiet': {
    condition: {
      all: [
        { did: { event: '*' }, lastTime: { longerAgo: '30d' } },
        { did: { event: '*' }, lastTime: { withinLast: '60d' } },
      ],
    },
    plainly: (clicks) => {
      const last = clicks.at(-1)!.time;
      return last <= CLICKS_AS_OF - 30 * DAY && last > CLICKS_AS_OF - 60 * DAY;
    },
  },
  'payment-failed-since-the-last-purchase': {
    condition: { did: { event: 'payment_error' }, in: { since: { event: 'purchase' } } },
    plainly: (clicks) => {
      const last = named(clicks, 'purchase').at(-1)?.time;
      return last !== undefined && named(clicks, 'payment_error').some(({ time }) => time > last);
    },
  },
};
