import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Stage, TOO_LATE, type Visit } from './stage.ts';

const DAY_MS = 86_400_000;
const WAIT = { timeout: 30_000 };

/** What the first test builds by mouse and menus. */
const YOGA = {
  all: [
    {
      did: { event: 'Order Completed', products: [{ product: 'category', text: { is: 'Yoga' } }] },
      times: { atLeast: 2 },
      in: { last: '90d' },
    },
    { not: { did: { event: 'Order Completed' }, in: { last: '30d' } } },
  ],
};

interface Shown {
  readonly version: number;
  readonly document?: { readonly condition?: unknown };
  readonly draftDocument?: { readonly condition?: unknown };
}

/** The page on which an audience is written. */
export function builderTests(stage: () => Stage): void {
  const definition = async (id: string): Promise<Shown> =>
    (await stage().owner.call<Shown>('GET', `/api/definitions/audience/${id}`)).body;
  const draft = async (
    id: string,
    condition: unknown,
    headers: Record<string, string> = {},
  ): Promise<void> => {
    const body = { document: { name: id, condition } };
    const { status } = await stage().owner.call(
      'PUT',
      `/api/definitions/audience/${id}/draft`,
      body,
      headers,
    );
    expect(status).toBe(200);
  };
  const members = async (id: string): Promise<number[]> => {
    const { body } = await stage().owner.call<{ members: { person: number }[] }>(
      'GET',
      `/api/audiences/${id}/members?limit=1000`,
    );
    return body.members.map(({ person }) => person);
  };
  const open = async (path: string): Promise<Visit> => {
    const visit = await stage().visit();
    await visit.open(path);
    return visit;
  };
  const add = async (page: Page, typed: string, name: RegExp): Promise<void> => {
    await page.getByRole('button', { name: 'Add a condition' }).last().click();
    await page.getByRole('textbox', { name: 'Search' }).fill(typed);
    await page.getByRole('option', { name }).first().click();
  };

  describe('writing an audience', () => {
    it('builds it by mouse and menus, counts what the API counts, publishes it, and opens it again as it was', async () => {
      const { shop, owner } = stage();
      const order = (days: number) => ({
        name: 'Order Completed',
        time: Date.now() - days * DAY_MS,
        properties: {
          order_id: `yoga-${days}`,
          products: [{ product_id: 'mat', category: 'Yoga', price: 20 }],
        },
      });
      for (const user of ['quiet-1', 'quiet-2'])
        await shop.send([50, 60].map((days) => ({ ...order(days), identities: { user } })));
      await shop.send([5, 60].map((days) => ({ ...order(days), identities: { user: 'buys-on' } })));
      const { body: counted } = await owner.call<{ people: number; sample: number[] }>(
        'POST',
        '/api/audiences/estimate',
        { condition: YOGA },
      );
      expect(counted.people).toBeGreaterThanOrEqual(2);

      const visit = await open('/audiences/new');
      const { page } = visit;
      await page.getByLabel('Name').first().fill('Yoga gone quiet');
      await add(page, 'purchases', /^purchases/);
      await page.getByLabel('What is measured').selectOption('times');
      await page.getByLabel('When').selectOption('last');
      await page.getByLabel('Length of time').fill('90');
      await page.getByLabel('Length of time').blur();
      await page.getByRole('button', { name: 'Narrow down' }).click();
      await page.getByRole('textbox', { name: 'Search' }).fill('categ');
      await page
        .getByRole('option', { name: /^category/ })
        .first()
        .click();
      const value = page.locator('input[aria-label="Value"]').last();
      await value.fill('Yoga');
      await value.press('Enter');
      await add(page, 'purchases', /^purchases/);
      await page.getByLabel('Has / Has no').last().selectOption('hasNo');
      await page.getByLabel('When').last().selectOption('last');
      await page
        .getByText('bought Yoga at least twice in the last 90 days, and has not bought in the last 30 days')
        .waitFor();
      const total = page.getByRole('region', { name: 'How many' });
      await expect
        .poll(() => total.locator('[aria-live]:not([data-old]) span').first().textContent(), WAIT)
        .toBe(String(counted.people));

      await page.getByRole('button', { name: 'Publish' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Nothing is wrong with it.').waitFor(WAIT);
      await dialog.getByRole('button', { name: 'Publish' }).click();
      await page.waitForURL('**/audiences/yoga-gone-quiet');
      expect((await definition('yoga-gone-quiet')).document?.condition).toEqual(YOGA);
      await expect.poll(async () => (await members('yoga-gone-quiet')).length, WAIT).toBe(counted.people);
      expect(await members('yoga-gone-quiet')).toEqual(expect.arrayContaining(counted.sample));

      await visit.open('/audiences/yoga-gone-quiet/edit');
      await page
        .getByText('bought Yoga at least twice in the last 90 days, and has not bought in the last 30 days')
        .waitFor();
      expect(await page.getByText('Unsaved').count()).toBe(0);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('is done by keyboard alone: finds, fills in, moves, saves', async () => {
      const visit = await open('/audiences/new');
      const { page } = visit;
      const press = (...keys: string[]) =>
        keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
      const tabTo = async (name: RegExp): Promise<void> => {
        for (let i = 0; i < 80; i++) {
          const focused = await page.evaluate<string>(
            "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? ''",
          );
          if (name.test(focused)) return;
          await page.keyboard.press('Tab');
        }
        throw new Error(`no way by Tab to ${name}`);
      };
      // What Enter would take.
      const chosen = (text: string) => page.locator('[data-combobox-selected]').filter({ hasText: text });
      await tabTo(/^Name/);
      await page.keyboard.type('By keyboard');
      await tabTo(/^Add a condition/);
      await press('Enter');
      await page.getByRole('option', { name: /purchases/ }).waitFor();
      await page.keyboard.type('purchases');
      await chosen('purchases').waitFor();
      await press('Enter');
      await expect
        .poll(() => page.evaluate("document.activeElement?.getAttribute('aria-label')"))
        .toBe('Move or change: bought');
      await tabTo(/^When/);
      await press('ArrowDown');
      await tabTo(/^Length of time/);
      await press('Control+a');
      await page.keyboard.type('45');
      await tabTo(/^Add a condition/);
      await press('Enter');
      await page.keyboard.type('product views');
      await chosen('product views').waitFor();
      await press('Enter');
      await expect
        .poll(() => page.evaluate("document.activeElement?.getAttribute('aria-label')"))
        .toBe('Move or change: viewed a product');
      await press('ArrowUp');
      await page.getByText('viewed a product, and bought in the last 45 days').waitFor();
      await expect
        .poll(() => page.evaluate("document.activeElement?.getAttribute('aria-label')"))
        .toBe('Move or change: viewed a product');
      await press('Control+s');
      await page.waitForURL('**/audiences/by-keyboard/edit');
      expect((await definition('by-keyboard')).draftDocument?.condition).toEqual({
        all: [
          { did: { event: 'Product Viewed' } },
          { did: { event: 'Order Completed' }, in: { last: '45d' } },
        ],
      });
      await visit.close();
    });

    it('moves a part by drag and by menu, and takes edits back', async () => {
      const [a, b, c] = [{ reachable: 'email' }, { reachable: 'sms' }, { reachable: 'push' }];
      await draft('moves', { all: [a, b, { any: [c] }] });
      const visit = await open('/audiences/moves/edit');
      const { page } = visit;
      const handle = (name: string) =>
        page.getByRole('button', { name: `Move or change: ${name}`, exact: true });
      await handle('can be reached by text message').dragTo(handle('can be reached by e-mail'), {
        targetPosition: { x: 4, y: 2 },
      });
      await page.getByText('can be reached by text message, and can be reached by e-mail, and').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('can be reached by e-mail, and can be reached by text message, and').waitFor();
      await handle('can be reached by e-mail').click();
      await page.getByRole('menuitem', { name: 'Move to …' }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: 'After “can be reached by push message”' })
        .click();
      await page
        .getByText(
          'can be reached by text message, and (can be reached by push message, or can be reached by e-mail)',
        )
        .waitFor();
      await page.getByRole('button', { name: 'Save draft' }).click();
      await expect
        .poll(async () => (await definition('moves')).draftDocument?.condition)
        .toEqual({ all: [b, { any: [c, a] }] });
      await visit.close();
    });

    it('says what is wrong where it is wrong, and keeps what its controls cannot show', async () => {
      const odd = { did: { event: 'Order Completed' }, invented: { later: true } };
      const contradiction = { attribute: 'loyaltyPoints', number: { atLeast: 5, atMost: 3 } };
      await draft('odd', { all: [odd, contradiction, { reachable: 'email' }] });
      const visit = await open('/audiences/odd/edit');
      const { page } = visit;
      const part = page
        .getByRole('listitem')
        .filter({ has: page.getByLabel('The part as JSON') })
        .last();
      await part.getByText('is not known here').waitFor(WAIT);
      await page.getByLabel('Can be reached by / Cannot be reached by').selectOption('isNot');
      await page.getByRole('button', { name: 'Save draft' }).click();
      await expect
        .poll(async () => (await definition('odd')).draftDocument?.condition)
        .toEqual({ all: [odd, contradiction, { not: { reachable: 'email' } }] });
      await part.getByRole('button', { name: /^Remove/ }).click();
      await page
        .getByRole('listitem')
        .filter({ hasText: 'is at least' })
        .getByText(/nobody|No number/i)
        .waitFor(WAIT);
      await visit.close();
    });

    it('asks whose edits stay when somebody else was quicker, and before edits are left behind', async () => {
      await draft('both', { reachable: 'email' });
      const visit = await open('/audiences/both/edit');
      const { page } = visit;
      await page.getByLabel('What it is for').fill('mine');
      await page.getByText('Unsaved').waitFor();
      await draft('both', { reachable: 'sms' }, { 'if-match': '*' });
      await page.getByRole('button', { name: 'Save draft' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Somebody else was quicker').waitFor();
      await dialog.getByRole('button', { name: 'Keep my edits' }).click();
      await page.getByRole('link', { name: 'People' }).click();
      await dialog.getByText('Leave without saving?').waitFor();
      await dialog.getByRole('button', { name: 'Stay here' }).click();
      await page.getByRole('button', { name: 'Save draft' }).click();
      await expect
        .poll(async () => (await definition('both')).draftDocument)
        .toMatchObject({
          description: 'mine',
          condition: { reachable: 'email' },
        });
      await expect.poll(() => page.getByText('Unsaved').count()).toBe(0);
      await page.getByRole('link', { name: 'People' }).click();
      await page.waitForURL('**/people');
      await visit.close(TOO_LATE);
    });
  });
}
