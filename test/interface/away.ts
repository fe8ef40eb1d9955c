import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../app.ts';
import { callerWith, cookieOf, PASSWORD, secretOf } from '../callers.ts';
import type { Stage } from './stage.ts';

const TEST_MS_MAX = 180_000;
const WAIT = { timeout: 60_000 };

/** What a page does while the server is slow, or is not there at all. */
export function awayTests(stage: () => Stage): void {
  describe('a page without an answer', () => {
    it(
      'says how long a question takes, lets it be stopped, whose request ends then, and asks it again',
      async () => {
        const visit = await stage().visit();
        const { page } = visit;
        let letGo = (): void => undefined;
        const held = new Promise<void>((resolve) => {
          letGo = resolve;
        });
        await page.route('**/api/analytics/scorecard', async (route) => {
          await held;
          // What was stopped meanwhile has nobody to answer.
          await route.continue().catch(() => undefined);
        });
        const ended = page.waitForEvent('requestfailed', {
          predicate: (request) => request.url().endsWith('/api/analytics/scorecard'),
          ...WAIT,
        });
        await page.goto('/analysis/trading-overview');
        // The first part of the workspace is the one whose answer is held back.
        const part = page
          .getByRole('region')
          .filter({ has: page.getByText(/^Asking for/) })
          .first();
        await part.getByRole('button', { name: 'Cancel' }).click(WAIT);
        await ended;
        await page.getByText('You cancelled it.').waitFor();
        letGo();
        await page.getByRole('button', { name: 'Ask again' }).click();
        await page.getByText('You cancelled it.').waitFor({ state: 'detached', ...WAIT });
        await visit.shaped();
        await visit.close();
      },
      TEST_MS_MAX,
    );

    it(
      'says that the server is away, keeps what it showed, and goes on by itself when the server is back',
      async () => {
        const shop = await openShop();
        const page = await enter(stage(), shop);
        try {
          await page.goto('/');
          await page.getByRole('log').waitFor();
          const away = page.getByText('The server does not answer.');
          await shop.restart(async () => {
            await away.first().waitFor(WAIT);
            expect(await page.locator('h1').textContent()).toBe('Home');
            // The code of this page was never loaded.
            await page.getByRole('link', { name: 'Catalogue' }).click();
            await page.getByRole('heading', { name: 'This could not be loaded.' }).waitFor(WAIT);
          });
          await page.getByRole('heading', { level: 1, name: 'Catalogue' }).waitFor(WAIT);
          await expect.poll(() => away.count(), WAIT).toBe(0);
          await page.getByRole('link', { name: 'Home' }).first().click();
          const row = page.getByRole('log').getByRole('link');
          await expect
            .poll(async () => {
              await shop.send([{ name: 'Product Viewed', identities: { anonymous: 'back-again' } }]);
              return row.count();
            }, WAIT)
            .toBeGreaterThan(0);
        } finally {
          await page.context().close();
          await shop.close();
        }
      },
      TEST_MS_MAX,
    );
  });
}

/** A page of the owner of another shop. */
async function enter({ browser }: Stage, shop: Shop): Promise<Page> {
  const link = await shop.app.access.ownerLink();
  const owner = { email: 'ana@shop.example', name: 'Ana Owner', password: PASSWORD };
  const answer = await callerWith(shop).call('POST', '/api/links/redeem', {
    secret: secretOf(link!.path),
    ...owner,
  });
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', baseURL: shop.url });
  await context.addCookies([{ ...cookieOf(answer), url: shop.url }]);
  return context.newPage();
}
