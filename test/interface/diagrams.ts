import { describe, expect, it } from 'vitest';
import type { Caller } from '../callers.ts';
import type { Stage, Visit } from './stage.ts';

/** All that the make-believe shop has: nothing falls out at the edge while the test runs. */
const RANGE = { last: '120d' };
const SHOWN_MS_MAX = 60_000;
const TEST_MS_MAX = 180_000;
const STEPS = ['Product Viewed', 'Product Added', 'Checkout Started', 'Order Completed'];
const stepsOf = (events: readonly string[]) => events.map((event) => ({ any: [{ event }] }));

const QUERIES = {
  fallout: { steps: stepsOf(STEPS), limit: '7d', groups: [[{ audience: 'customers' }]] },
  flow: { dimension: 'event', kind: 'starts', after: 3, items: 5 },
  cohort: { inclusion: [{ metric: 'sessions' }], unit: 'week' },
  attribution: {
    metrics: ['revenue'],
    models: [{ model: 'last' }, { model: 'time-decay', halfLife: '3d' }],
    lookback: '30d',
    costs: true,
  },
  'click-to-brick': { days: 14 },
  overlap: { sets: [{ audience: 'customers' }, { audience: 'active-7' }, { audience: 'yoga-browsers' }] },
  histogram: { metric: 'orders', buckets: { count: 8 } },
  experiment: {
    exposure: {
      dimension: 'property:creative',
      filters: [{ dimension: 'promotion', text: { is: 'hero-spring' } }],
    },
    control: 'calm',
    metrics: [{ metric: 'orders', as: 'share' }],
  },
  neighbours: { dimension: 'event', value: 'Product Added', limit: 5 },
} as const;
type Kind = keyof typeof QUERIES;

const whole = new Intl.NumberFormat('en-GB');
const percent = (share: number, digits: number): string =>
  new Intl.NumberFormat('en-GB', {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);

const euros = (amount: number): string =>
  new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: Math.abs(amount) >= 1_000 ? 0 : 2,
    maximumFractionDigits: Math.abs(amount) >= 1_000 ? 0 : 2,
  }).format(amount);

/** A workspace with a part of every kind that is drawn here; its address. */
export async function putDiagrams(owner: Caller): Promise<string> {
  const parts = Object.entries(QUERIES).map(([question, query]) => ({
    id: question,
    title: `Test of ${question}`,
    question,
    view: question,
    query,
  }));
  const document = { name: 'Diagrams', range: RANGE, panels: [{ id: 'one', title: 'One', parts }] };
  const put = await owner.call(
    'POST',
    '/api/definitions/workspace/diagrams/publish',
    { document },
    { 'if-match': '*' },
  );
  expect(put.status).toBe(200);
  // Whoever looks at it next has not what a test before left unsaved.
  const left = await owner.call('DELETE', '/api/analytics/workspaces/diagrams/draft');
  expect(left.status).toBeLessThan(300);
  return '/analysis/diagrams';
}

/** The diagrams of analysis and the pages of what analysts set up. */
export function diagramTests(stage: () => Stage): void {
  const ask = async <Answer>(kind: Kind, more: object = {}): Promise<Answer> => {
    const query = { range: RANGE, ...QUERIES[kind], ...more };
    const { status, body } = await stage().owner.call<{ answer: Answer }>(
      'POST',
      `/api/analytics/${kind}`,
      query,
    );
    expect(status).toBe(200);
    return body.answer;
  };
  const partOf = ({ page }: Visit, kind: Kind) => page.getByRole('region', { name: `Test of ${kind}` });

  describe('the diagrams', () => {
    it(
      'show the figures of the API, every kind',
      async () => {
        const path = await putDiagrams(stage().owner);
        const visit = await stage().visit();
        await visit.open(path);
        const figuresBy = await figuresOf(ask, await storeNames(stage().owner));
        for (const [kind, figures] of Object.entries(figuresBy) as [Kind, string[]][]) {
          const part = partOf(visit, kind);
          await part.scrollIntoViewIfNeeded();
          await expect
            .poll(async () => missingIn((await part.textContent()) ?? '', figures), {
              timeout: SHOWN_MS_MAX,
              message: kind,
            })
            .toEqual([]);
        }
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'let a step be added and swapped in the chart, and say what people did instead',
      async () => {
        const visit = await stage().visit();
        const { page } = visit;
        await visit.open(await putDiagrams(stage().owner));
        const part = partOf(visit, 'fallout');
        await part.getByRole('button', { name: 'Add a step after step 1' }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('textbox', { name: 'Find an event' }).fill('Cart Viewed');
        await page.getByRole('option', { name: /^Cart Viewed/ }).waitFor();
        await page.keyboard.press('Enter');
        const added = stepsOf([STEPS[0]!, 'Cart Viewed', ...STEPS.slice(1)]);
        const longer = await ask<Fallout>('fallout', { steps: added });
        await expect.poll(() => countsIn(visit), { timeout: SHOWN_MS_MAX }).toEqual(countsOf(longer));
        await part.getByRole('button', { name: 'Swap Cart Viewed' }).click();
        await page.getByRole('textbox', { name: 'Find an event' }).fill('Products Searched');
        await page.getByRole('option', { name: /^Products Searched/ }).click();
        const swapped = stepsOf([STEPS[0]!, 'Products Searched', ...STEPS.slice(1)]);
        const instead = await ask<Fallout>('fallout', { steps: swapped, instead: { step: 1, limit: 12 } });
        await expect.poll(() => countsIn(visit), { timeout: SHOWN_MS_MAX }).toEqual(countsOf(instead));
        await part.getByRole('button', { name: 'More for Product Viewed' }).click();
        await page.getByRole('menuitem', { name: 'What did they do instead?' }).click();
        const first = instead.instead!.find(({ value }) => value !== '')!;
        const row = part.getByRole('region', { name: 'What did they do instead?' }).locator('li', {
          hasText: first.value,
        });
        await expect
          .poll(() => row.first().getByRole('button').textContent(), { timeout: SHOWN_MS_MAX })
          .toBe(whole.format(first.count));
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'narrow a touchpoint down by a field of its events, and refuse what is not filled in',
      async () => {
        const visit = await stage().visit();
        const { page } = visit;
        await visit.open(await putDiagrams(stage().owner));
        const part = partOf(visit, 'fallout');
        await part.getByRole('button', { name: 'More for Product Viewed' }).click();
        await page.getByRole('menuitem', { name: 'Narrow down Product Viewed' }).click();
        const dialog = page.getByRole('dialog', { name: 'Narrow down Product Viewed' });
        await dialog.getByRole('button', { name: 'Narrow down', exact: true }).click();
        await page.getByRole('option', { name: /^channel/i }).click();
        await dialog.getByRole('button', { name: 'Apply' }).click();
        await dialog.getByRole('alert').getByText('Fill in every filter').waitFor();
        await dialog.getByLabel('Value', { exact: true }).fill('app');
        await dialog.getByRole('button', { name: 'Apply' }).click();
        const [, ...rest] = stepsOf(STEPS);
        const first = { event: 'Product Viewed', where: [{ origin: 'channel', text: { is: 'app' } }] };
        const narrowed = await ask<Fallout>('fallout', { steps: [{ any: [first] }, ...rest] });
        await expect.poll(() => countsIn(visit), { timeout: SHOWN_MS_MAX }).toEqual(countsOf(narrowed));
        expect(countsOf(narrowed)[0]).not.toBe(countsOf(await ask<Fallout>('fallout'))[0]);
        await part.getByRole('button', { name: 'Swap Product Viewed (channel: app)' }).waitFor();
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'narrow the touches of an attribution, the exposures of an experiment and the events of a flow by dimensions',
      async () => {
        const visit = await stage().visit();
        const { page } = visit;
        await visit.open(await putDiagrams(stage().owner));
        const filters = [{ dimension: 'channel', text: { is: 'app' } }] as const;
        for (const [kind, pill] of [
          ['attribution', 'Touches where'],
          ['experiment', 'Exposed where'],
          ['flow', 'Events where'],
        ] as const) {
          const part = partOf(visit, kind);
          await part.scrollIntoViewIfNeeded();
          await part.getByRole('button', { name: new RegExp(`^${pill}`) }).click();
          const dialog = page.getByRole('dialog', { name: pill });
          await dialog.getByRole('button', { name: 'Narrow down', exact: true }).click();
          await page.getByRole('textbox', { name: 'Narrow down', exact: true }).fill('Channel');
          await page.getByRole('option', { name: 'Channel', exact: true }).click();
          await dialog.getByLabel('Value', { exact: true }).last().fill('app');
          await dialog.getByRole('button', { name: 'Apply' }).click();
          await part
            .getByRole('button', { name: /Channel: App/ })
            .first()
            .waitFor();
        }
        const flow = await ask<{ pathCount: number }>('flow', { filters });
        await expect
          .poll(async () => (await partOf(visit, 'flow').textContent()) ?? '', { timeout: SHOWN_MS_MAX })
          .toContain(`${whole.format(flow.pathCount)} ways`);
        const credited = await ask<{ metrics: { withoutTouch: number }[] }>('attribution', {
          touches: filters,
        });
        await expect
          .poll(async () => (await partOf(visit, 'attribution').textContent()) ?? '', {
            timeout: SHOWN_MS_MAX,
          })
          .toContain(`${euros(Math.round(credited.metrics[0]!.withoutTouch * 100) / 100)} (`);
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'open the people of a fall-out, and make an audience of them',
      async () => {
        const visit = await stage().visit();
        const { page } = visit;
        const { owner, shop } = stage();
        await visit.open(await putDiagrams(owner));
        const { groups } = await ask<Fallout>('fallout');
        const left = groups[0]!.steps[1]!.fellOut;
        const number = partOf(visit, 'fallout')
          .getByRole('listitem')
          .nth(1)
          .getByRole('button', { name: `${whole.format(left)} leave` });
        await number.first().click();
        await page.getByRole('menuitem', { name: 'See the people' }).click();
        await page
          .getByRole('dialog')
          .getByText(`of ${whole.format(left)} people`)
          .waitFor();
        await page.keyboard.press('Escape');
        await number.first().click();
        await page.getByRole('menuitem', { name: 'Make an audience' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('textbox', { name: 'Name of the audience' }).fill('Left their cart');
        await dialog
          .getByText(`${whole.format(left)} people`)
          .first()
          .waitFor();
        await dialog.getByRole('button', { name: 'Make an audience' }).click();
        await dialog.waitFor({ state: 'detached' });
        await shop.settled();
        const { body } = await owner.call<{ audiences: { name: string }[] }>('GET', '/api/audiences');
        expect(body.audiences.map(({ name }) => name)).toContain('Left their cart');
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      TEST_MS_MAX,
    );
  });

  describe('what analysts set up', () => {
    it(
      'is a metric whose mistake is shown at its place, whose last days show, and which is saved',
      async () => {
        const visit = await stage().visit();
        const { page } = visit;
        await visit.open('/analysis/metrics');
        await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Value of an order');
        const formula = page.getByLabel('Formula', { exact: true });
        await formula.fill('revenue / ordrs');
        await page.locator('mark', { hasText: 'ordrs' }).waitFor();
        expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
        await formula.fill('revenue / orders');
        await page.getByText('The formula can be read.').waitFor();
        await page.getByRole('region', { name: 'The last 7 days' }).getByRole('listitem').nth(6).waitFor();
        await page.getByRole('button', { name: 'Save' }).click();
        await page.waitForURL(/id=value-of-an-order/);
        const { body } = await stage().owner.call<{ document: object }>(
          'GET',
          '/api/definitions/metric/value-of-an-order',
        );
        expect(body.document).toEqual({
          name: 'Value of an order',
          format: 'number',
          formula: 'revenue / orders',
        });
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'is a derived dimension whose values and numbers show before it is saved',
      async () => {
        const visit = await stage().visit();
        const { page } = visit;
        await visit.open('/analysis/dimensions');
        const of = {
          dimension: {
            case: [
              { when: [{ of: { dimension: 'page' }, text: { starts: '/' } }], value: { constant: 'Shop' } },
            ],
          },
        };
        const { body } = await stage().owner.call<{
          answer: { rows: { path: string[]; values: number[] }[] };
        }>('POST', '/api/analytics/preview', { range: { last: '30d' }, of });
        const shop = body.answer.rows.find(({ path }) => path[0] === 'Shop')!;
        const row = page.getByRole('row', { name: /^Shop/ });
        await expect
          .poll(() => row.getByRole('cell').allInnerTexts(), { timeout: SHOWN_MS_MAX })
          .toEqual(shop.values.map((value) => whole.format(value)));
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'are rules of channels that are moved, and show what comes of it before they are saved',
      async () => {
        const visit = await stage().visit();
        const { page } = visit;
        await visit.open('/analysis/channels');
        const channels = page.getByRole('combobox', { name: 'Channel' });
        const names = () =>
          channels.evaluateAll((all) => all.map((each) => (each as { value?: string }).value ?? ''));
        await expect.poll(() => names(), { timeout: SHOWN_MS_MAX }).toContain('Direct');
        const before = await names();
        await page.getByRole('button', { name: `Move 2. ${before[1]} up` }).click();
        expect(await names()).toEqual([before[1], before[0], ...before.slice(2)]);
        await page.getByText('Unsaved').waitFor();
        await page
          .getByRole('region', { name: 'The last 30 days by these rules' })
          .getByText('Direct')
          .waitFor();
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      TEST_MS_MAX,
    );
  });

  /** The counts of the first group, as the chart says them below its bars. */
  async function countsIn(visit: Visit): Promise<(string | null)[]> {
    const items = await partOf(visit, 'fallout').locator('ol').first().locator(':scope > li').all();
    return Promise.all(
      items.map((item) =>
        item
          .getByRole('button', { name: /^[0-9,]+$/ })
          .first()
          .textContent(),
      ),
    );
  }
}

interface Fallout {
  readonly groups: readonly {
    readonly steps: readonly {
      readonly count: number;
      readonly fellOut: number;
      readonly shareOfFirst: number;
    }[];
  }[];
  readonly instead?: readonly { readonly value: string; readonly count: number }[];
}

function countsOf({ groups }: Fallout): string[] {
  return groups[0]!.steps.map(({ count }) => whole.format(count));
}

function missingIn(text: string, figures: readonly string[]): string[] {
  return figures.filter((figure) => !text.includes(figure));
}

type Ask = <Answer>(kind: Kind) => Promise<Answer>;

/** Readers are told the names of stores, not their ids. */
async function storeNames(owner: Caller): Promise<(id: string) => string> {
  const { body } = await owner.call<{ stores: { id: string; name: string }[] }>('GET', '/api/catalog/stores');
  return (id) => body.stores.find((store) => store.id === id)!.name;
}

/** What each diagram must say, by the answers of the API. */
async function figuresOf(ask: Ask, storeName: (id: string) => string): Promise<Record<Kind, string[]>> {
  const fallout = await ask<Fallout>('fallout');
  const flow = await ask<{
    steps: { nodes: { value: string | null; paths: number }[] }[];
    pathCount: number;
  }>('flow');
  const cohort = await ask<{ rows: { size: number; cells: { share: number }[] }[] }>('cohort');
  const attribution = await ask<{ rows: { value: string; credits: number[][] }[] }>('attribution');
  const brick = await ask<{ total: { orders: number; orderShare: number }; stores: { store: string }[] }>(
    'click-to-brick',
  );
  const overlap = await ask<{ regions: { inAll: number[]; inOnly: number[] }[] }>('overlap');
  const histogram = await ask<{ buckets: { count: number }[]; mean: number }>('histogram');
  const experiment = await ask<{
    variants: { variant: string; people: number; results: { mean: number }[] }[];
  }>('experiment');
  const neighbours = await ask<{ times: number; next: { values: { value: string; times: number }[] } }>(
    'neighbours',
  );
  expect(fallout.groups[0]!.steps[0]!.count).toBeGreaterThan(0);
  expect(brick.total.orders).toBeGreaterThan(0);
  expect(experiment.variants.length).toBeGreaterThan(1);
  return {
    fallout: fallout.groups.flatMap(({ steps }) =>
      steps.flatMap(({ count, shareOfFirst }) => [whole.format(count), percent(shareOfFirst, 1)]),
    ),
    flow: [
      whole.format(flow.pathCount),
      ...flow.steps.flatMap(({ nodes }) => nodes.flatMap(({ value }) => (value === null ? [] : [value]))),
    ],
    cohort: cohort.rows.flatMap(({ size, cells }) => [
      whole.format(size),
      ...cells.map(({ share }) => percent(share, 0)),
    ]),
    attribution: attribution.rows
      .slice(0, 8)
      .flatMap(({ value, credits }) => [
        value,
        ...credits[0]!.map((credit) => euros(Math.round(credit * 100) / 100)),
      ]),
    'click-to-brick': [
      whole.format(brick.total.orders),
      percent(brick.total.orderShare, 1),
      ...brick.stores.slice(0, 5).map(({ store }) => storeName(store)),
    ],
    overlap: overlap.regions
      .slice(1)
      .flatMap(({ inAll, inOnly }) => [whole.format(inAll[0]!), whole.format(inOnly[0]!)]),
    histogram: [
      ...histogram.buckets.map(({ count }) => whole.format(count)),
      whole.format(Math.round(histogram.mean * 100) / 100),
    ],
    experiment: experiment.variants.flatMap(({ variant, people, results }) => [
      variant,
      whole.format(people),
      percent(results[0]!.mean, results[0]!.mean < 0.1 ? 2 : 1),
    ]),
    neighbours: [
      whole.format(neighbours.times),
      ...neighbours.next.values.flatMap(({ value, times }) => [value, whole.format(times)]),
    ],
  };
}
