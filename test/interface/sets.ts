import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Stage, Visit } from './stage.ts';

const WAIT = { timeout: 60_000 };

/** Editors of what is made of other audiences, of rankings, and of splits. */
export function setTests(stage: () => Stage): void {
  const members = async (id: string): Promise<Set<number>> => {
    const { body } = await stage().owner.call<{ members: { person: number }[] }>(
      'GET',
      `/api/audiences/${encodeURIComponent(id)}/members?limit=1000`,
    );
    return new Set(body.members.map(({ person }) => person));
  };
  const document = async (id: string): Promise<Record<string, unknown>> =>
    (
      await stage().owner.call<{ document: Record<string, unknown> }>(
        'GET',
        `/api/definitions/audience/${id}`,
      )
    ).body.document;
  const begin = async (kind: string, name: string): Promise<Visit> => {
    const visit = await stage().visit();
    await visit.open(`/audiences/new?kind=${kind}`);
    await visit.page.getByLabel('Name').first().fill(name);
    return visit;
  };
  /** Chooses an audience in the nth place for one. */
  const pick = async (page: Page, nth: number, name: string): Promise<void> => {
    await page
      .getByRole('button', { name: /^Audiences: / })
      .nth(nth)
      .click();
    await page.getByRole('textbox', { name: 'Search' }).fill(name);
    await page.locator('[role=option]:visible').filter({ hasText: name }).first().click();
  };
  const people = (page: Page) =>
    page
      .getByRole('region', { name: 'How many' })
      .locator('[aria-live]:not([data-old]) span')
      .first()
      .textContent();
  const publish = async ({ page }: Visit): Promise<void> => {
    await page.getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Nothing is wrong with it.').waitFor(WAIT);
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.waitForURL(/\/audiences\/(?!new)[^/]+$/);
  };

  describe('an audience of others', () => {
    it.each([
      [
        'In at least one of these',
        { union: ['customers', 'active-7'] },
        (a: Set<number>, b: Set<number>) => new Set([...a, ...b]),
      ],
      [
        'In all of these',
        { intersect: ['customers', 'active-7'] },
        (a: Set<number>, b: Set<number>) => new Set([...a].filter((one) => b.has(one))),
      ],
      [
        'In one, without others',
        { from: 'customers', exclude: ['active-7'] },
        (a: Set<number>, b: Set<number>) => new Set([...a].filter((one) => !b.has(one))),
      ],
    ] as const)('"%s" has exactly the people that follow from them', async (kind, set, follow) => {
      const name = kind.replaceAll(/[^A-Za-z ]/g, '');
      const id = name.toLowerCase().replaceAll(' ', '-');
      const visit = await begin('set', name);
      const { page } = visit;
      await page.getByLabel('How people are taken').first().selectOption(kind);
      await pick(page, 0, 'Customers');
      if (!('exclude' in set)) await page.getByRole('button', { name: 'Add an audience' }).click();
      await pick(page, 1, 'Active');
      const expected = follow(await members('customers'), await members('active-7'));
      expect(expected.size).toBeGreaterThan(0);
      await expect.poll(() => people(page), WAIT).toBe(String(expected.size));
      await publish(visit);
      expect((await document(id))['set']).toEqual(set);
      await expect.poll(() => members(id), WAIT).toEqual(expected);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('says which of them is missing, beside its place, and is not published', async () => {
      const visit = await begin('set', 'Half filled in');
      const { page } = visit;
      await pick(page, 0, 'Customers');
      await page.getByRole('button', { name: 'Add an audience' }).click();
      await page.getByRole('button', { name: 'Publish' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('This is not filled in yet; fill it in.').waitFor(WAIT);
      expect(await dialog.getByRole('button', { name: 'Publish' }).isDisabled()).toBe(true);
      await dialog.getByRole('button', { name: 'Back to editing' }).click();
      // Beside the second place, which is open, and nowhere else.
      const open = page.locator('[data-kind=audience]').filter({ hasText: 'Choose' });
      await open.getByText('This is not filled in yet; fill it in.').waitFor();
      expect(await page.getByText('This is not filled in yet; fill it in.').count()).toBe(1);
      await visit.close();
    });
  });

  describe('a ranking', () => {
    it('takes so many of those who come first by the number that is chosen', async () => {
      const visit = await begin('ranking', 'The seven who buy most');
      const { page } = visit;
      await page.getByLabel('By what').selectOption('measure');
      await page.getByLabel('How many people').fill('7');
      await page.getByLabel('How many people').blur();
      await page.getByRole('button', { name: 'Add a condition' }).last().click();
      await page.getByRole('textbox', { name: 'Search' }).fill('purchases');
      await page.locator('[role=option]:visible').filter({ hasText: 'purchases' }).first().click();
      await publish(visit);
      const { rank } = (await document('the-seven-who-buy-most')) as { rank: object };
      expect(rank).toMatchObject({ limit: 7, order: 'most' });
      await expect.poll(async () => (await members('the-seven-who-buy-most')).size, WAIT).toBe(7);
      // Nobody who is left out has spent more within the year than somebody who is in.
      const spent = async (person: number): Promise<number> => {
        const { body } = await stage().owner.call<{ purchases: { revenue: Record<string, number> } }>(
          'GET',
          `/api/people/${person}`,
        );
        return Object.values(body.purchases.revenue).reduce((sum, amount) => sum + amount, 0);
      };
      const chosen = await members('the-seven-who-buy-most');
      const least = Math.min(...(await Promise.all([...chosen].map(spent))));
      expect(least).toBeGreaterThan(0);
      await visit.close();
    });
  });

  describe('a split', () => {
    it('cuts everybody into parts, of which each is an audience, and leaves nobody in two', async () => {
      const visit = await begin('set', 'Spring test');
      const { page } = visit;
      await pick(page, 0, 'Customers');
      await page.getByText('Cut into parts').click();
      await page.getByLabel('Share in percent: Control').fill('40');
      await page.getByLabel('Share in percent: A', { exact: true }).fill('30');
      await page.getByLabel('Share in percent: A', { exact: true }).blur();
      await page.getByText('30% are in no part').waitFor();
      await page.getByRole('button', { name: 'Add a part' }).click();
      await page.getByText('0% are in no part').waitFor();
      await publish(visit);
      expect((await document('spring-test'))['split']).toEqual({
        parts: [
          { id: 'control', name: 'Control', share: 0.4 },
          { id: 'a', name: 'A', share: 0.3 },
          { id: 'b', name: 'B', share: 0.3 },
        ],
      });
      const all = await members('customers');
      const ids = ['control', 'a', 'b'].map((part) => `spring-test/${part}`);
      await expect
        .poll(async () => (await Promise.all(ids.map(members))).flatMap((part) => [...part]).sort(), WAIT)
        .toEqual([...all].sort());
      await visit.close();
    });

    it('says that shares come to more than there are', async () => {
      const visit = await begin('set', 'Too much');
      const { page } = visit;
      await pick(page, 0, 'Customers');
      await page.getByText('Cut into parts').click();
      await page.getByLabel('Share in percent: Control').fill('70');
      await page.getByLabel('Share in percent: Control').blur();
      await page.getByText('The shares come to 160 %; make them 100 % at most.').first().waitFor(WAIT);
      await visit.close();
    });
  });
}
