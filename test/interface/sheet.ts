import { describe, expect, it } from 'vitest';
import type { OrderAnswer } from '../../demo/answers.ts';
import type { Stage, Visit } from './stage.ts';

const SHOWN = { timeout: 60_000 };
const TEST_MS_MAX = 180_000;
/** What analysis takes for an order that followed a visit; the planted ones follow within eight days. */
const BRICK_DAYS = 8;
/** Of the planted visits some were on devices that nothing joins to their person. */
const BRICK_SEEN_MIN = 0.6;

const whole = new Intl.NumberFormat('en-GB');

/**
 * Figures that analysis shows, held to the answer sheet of the make-believe retailer. They come before the tests that add
 * visits and orders of their own.
 */
export function sheetTests(stage: () => Stage): void {
  const range = () => ({ from: stage().answers.start, to: stage().answers.now });
  const ordersOf = (fits: (order: OrderAnswer) => boolean): number => {
    const { answers } = stage();
    return answers.orders.filter((order) => order.at >= answers.start && !order.isCancelled && fits(order))
      .length;
  };

  /** Opens a workspace of these parts. */
  const open = async (id: string, parts: readonly object[]): Promise<Visit> => {
    const document = { name: 'The sheet', range: range(), panels: [{ id: 'one', parts }] };
    const path = `/api/definitions/workspace/${id}/publish`;
    const put = await stage().owner.call('POST', path, { document }, { 'if-match': '*' });
    expect(put.status).toBe(200);
    const visit = await stage().visit();
    await visit.open(`/analysis/${id}`);
    return visit;
  };
  const part = ({ page }: Visit, name: string) => page.getByRole('region', { name, exact: true });

  describe('the answer sheet', () => {
    it(
      'has the steps of every funnel that the funnels show',
      async () => {
        const { funnels } = stage().answers;
        const visit = await open(
          'sheet-funnels',
          funnels.map(({ id, title, within, steps }) => ({
            ...{ id, title, question: 'fallout', view: 'fallout' },
            query: {
              container: within,
              steps: steps.map(({ event, channels }) => ({
                any: [
                  {
                    event,
                    ...(channels ? { where: [{ origin: 'channel', text: { anyOf: channels } }] } : {}),
                  },
                ],
              })),
            },
          })),
        );
        for (const { title, counts } of funnels) {
          await part(visit, title).scrollIntoViewIfNeeded();
          const steps = part(visit, title).locator('ol').first().locator(':scope > li');
          const shown = async () =>
            Promise.all(
              (await steps.all()).map((step) =>
                step
                  .getByRole('button', { name: /^[0-9,]+$/ })
                  .first()
                  .textContent({ timeout: SHOWN.timeout }),
              ),
            );
          await expect
            .poll(shown, { ...SHOWN, message: title })
            .toEqual(counts.map((count) => whole.format(count)));
        }
        expect(funnels.find(({ id }) => id === 'purchase')?.counts.at(-1)).toBeGreaterThan(0);
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'has the sessions, and the orders of each channel',
      async () => {
        const visit = await open('sheet-orders', [
          {
            ...{ id: 'sessions', title: 'Sessions', question: 'scorecard', view: 'scorecard' },
            query: { tiles: [{ metric: 'sessions' }, { metric: 'orders' }] },
          },
          {
            ...{ id: 'orders', title: 'Orders by channel', question: 'table', view: 'table' },
            query: { levels: [{ dimension: 'channel' }], columns: [{ metric: 'orders' }] },
          },
        ]);
        const tiles = part(visit, 'Sessions');
        for (const figure of [stage().answers.sessionCount, ordersOf(() => true)])
          await tiles.getByText(whole.format(figure), { exact: true }).first().waitFor(SHOWN);
        for (const channel of ['web', 'app', 'store', 'call'] as const) {
          const count = ordersOf((order) => order.channel === channel);
          if (count === 0) continue;
          const row = part(visit, 'Orders by channel')
            .getByRole('row')
            .filter({ has: visit.page.getByRole('rowheader', { name: channel }) });
          await expect.poll(() => row.textContent(), SHOWN).toContain(whole.format(count));
        }
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'tells the hours of each incident, and what it did shows in them',
      async () => {
        const { incidents } = stage().answers;
        const times = (id: string) => incidents.find((one) => one.id === id)!;
        const outage = times('payment-outage');
        const crowd = times('viral-post');
        const online = { dimension: 'channel', text: { anyOf: ['web', 'app'] } };
        const tiles = (id: string, metrics: readonly string[], { from, until }: typeof outage) => ({
          ...{ id, title: id, question: 'scorecard', view: 'scorecard' },
          query: {
            tiles: metrics.map((metric) => ({ metric })),
            range: { from, to: until },
            filters: [online],
          },
        });
        const visit = await open('sheet-incidents', [
          tiles('payment-outage', ['orders'], outage),
          tiles('viral-post', ['sessions', 'orders'], crowd),
          {
            ...{ id: 'days', title: 'Days', question: 'scorecard', view: 'scorecard' },
            query: { tiles: [{ metric: 'sessions' }], filters: [online] },
          },
        ]);
        const figures = async (title: string): Promise<number[]> => {
          await part(visit, title).locator('dd, button').first().waitFor(SHOWN);
          const texts = await part(visit, title)
            .getByRole('button', { name: /^[0-9,]+$/ })
            .allTextContents();
          return texts.map((text) => Number(text.replaceAll(',', '')));
        };
        const within = ({ from, until }: typeof outage) =>
          ordersOf(({ at, channel }) => at >= from && at < until && (channel === 'web' || channel === 'app'));
        // Nobody can pay online while the provider refuses.
        expect(within(outage)).toBe(0);
        await expect.poll(() => figures('payment-outage'), SHOWN).toEqual([0]);
        await expect.poll(async () => (await figures('viral-post'))[1], SHOWN).toBe(within(crowd));
        const [sessions = 0] = await figures('viral-post');
        const [all = 0] = await figures('Days');
        const share = (Date.parse(crowd.until) - Date.parse(crowd.from)) / (28 * 86_400_000);
        expect(sessions / all).toBeGreaterThan(share * 1.3);
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'has the orders of stores, and those to which visits online led are among what click to brick shows',
      async () => {
        const { clickToBrick } = stage().answers;
        const planted = Object.values(clickToBrick).reduce((sum, { orders }) => sum + orders, 0);
        const visit = await open('sheet-brick', [
          {
            ...{ id: 'brick', title: 'From click to brick', question: 'click-to-brick' },
            ...{ view: 'click-to-brick', query: { days: BRICK_DAYS } },
          },
        ]);
        const inStores = ordersOf(({ channel }) => channel === 'store');
        const fact = part(visit, 'From click to brick').locator('dl > div');
        await fact
          .filter({ hasText: `of ${whole.format(inStores)}` })
          .first()
          .waitFor(SHOWN);
        const shown = Number((await fact.first().locator('dd').textContent())!.replaceAll(',', ''));
        expect(planted).toBeGreaterThan(0);
        expect(shown).toBeGreaterThanOrEqual(planted * BRICK_SEEN_MIN);
        expect(shown).toBeLessThanOrEqual(inStores);
        await visit.close();
      },
      TEST_MS_MAX,
    );
  });
}
