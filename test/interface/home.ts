import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

interface Figures {
  readonly people: number;
  readonly orders: number;
  readonly revenue: number;
  readonly sessions: number;
  readonly events: number;
}

const whole = new Intl.NumberFormat('en-GB');
const euros = (amount: number): string =>
  new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'EUR',
    maximumFractionDigits: amount >= 1_000 ? 0 : 2,
  }).format(amount);

/** The start page: figures, what happens now, what needs attention. */
export function homeTests(stage: () => Stage): void {
  describe('the start page', () => {
    it('shows the five figures of the API, for the days that the address names', async () => {
      const visit = await stage().visit();
      await visit.open('/?days=28');
      const { body } = await stage().owner.call<{ current: Figures }>('GET', '/api/overview?days=28');
      const shown = async (title: string): Promise<string | null> => {
        const tile = visit.page.locator('dl > div', { hasText: title });
        return tile.locator('dd').first().textContent();
      };
      const { people, orders, revenue, sessions, events } = body.current;
      expect(orders).toBeGreaterThan(0);
      expect({
        people: await shown('People seen'),
        orders: await shown('Orders'),
        revenue: await shown('Revenue'),
        sessions: await shown('Sessions'),
        events: await shown('Events'),
      }).toEqual({
        people: whole.format(people),
        orders: whole.format(orders),
        revenue: euros(revenue),
        sessions: whole.format(sessions),
        events: whole.format(events),
      });
      await visit.close();
    });

    it('shows an event as it comes, stands still when paused, and opens the person of a row', async () => {
      const { shop, visit: come } = stage();
      const visit = await come();
      const { page } = visit;
      await visit.open('/');
      const log = page.getByRole('log');
      const send = (name: string) => shop.send([{ name, identities: { anonymous: 'live-visitor' } }]);
      // The stream opens after the page; what happened before is not shown.
      await expect
        .poll(
          async () => {
            await send('Kettle Boiled');
            return log.getByText('Kettle Boiled').count();
          },
          { timeout: 20_000, interval: 500 },
        )
        .toBeGreaterThan(0);
      // Another tab is told by the one that reads: what it shows has come to both.
      const other = await visit.context.newPage();
      await other.goto('/');
      await expect
        .poll(async () => {
          await send('Kettle Boiled');
          return other.getByRole('log').getByText('Kettle Boiled').count();
        })
        .toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Pause' }).click();
      await send('Tea Poured');
      await other.getByRole('log').getByText('Tea Poured').waitFor();
      await page.getByRole('button', { name: 'Go on' }).click();
      await send('Tea Drunk');
      await log.getByText('Tea Drunk').waitFor();
      expect(await log.getByText('Tea Poured').count()).toBe(0);
      await page.getByRole('textbox', { name: 'Filter by event, channel or source' }).fill('tea');
      await expect.poll(() => log.getByText('Kettle Boiled').count()).toBe(0);
      // What is filtered is there again after a reload.
      await expect.poll(() => page.url()).toContain('filter=tea');
      await log.getByRole('link').first().click();
      await page.getByText('live-visitor').first().waitFor();
      expect(visit.faults).toEqual([]);
      await other.close();
      await visit.close();
    });

    it('shares one live stream among the tabs of a browser, and another tab goes on when the one that reads is closed', async () => {
      const { shop, visit: come } = stage();
      const first = await come({ who: 'viewer', isFirst: true });
      let streams = 0;
      first.context.on('request', (request) => {
        if (new URL(request.url()).pathname === '/api/live') streams++;
      });
      await first.open('/');
      const second = await first.context.newPage();
      await second.goto('/');
      const see = (page: typeof second, name: string) =>
        expect
          .poll(async () => {
            await shop.send([{ name, identities: { anonymous: 'live-visitor' } }]);
            return page.getByRole('log').getByText(name).count();
          })
          .toBeGreaterThan(0);
      await see(first.page, 'Bell Rung');
      await see(second, 'Bell Heard');
      expect(streams).toBe(1);
      await first.page.close();
      await see(second, 'Bell Alone');
      expect(streams).toBe(2);
      await first.context.close();
    });

    it('names the refused events that wait, and every stage of the pipeline', async () => {
      const { shop, owner, visit: come } = stage();
      await shop.post('/api/events', { events: [{ name: 'No One' }] }, shop.writeKey);
      await shop.settled();
      const visit = await come();
      await visit.open('/');
      const { body } = await owner.call<{ total: number }>('GET', '/api/quarantine?limit=1');
      await visit.page
        .getByRole('link', {
          name:
            body.total === 1
              ? /^1 refused event waits in/
              : `${body.total} refused events wait in the quarantine`,
        })
        .waitFor();
      const { checks } = (await owner.call<{ checks: object }>('GET', '/health')).body;
      const panel = visit.page.getByRole('region', { name: 'Pipeline' });
      expect(await panel.locator('tbody tr').count()).toBe(Object.keys(checks).length);
      await visit.close();
    });
  });
}
