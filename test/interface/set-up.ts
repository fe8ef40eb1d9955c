import { describe, expect, it } from 'vitest';
import { callerWith } from '../callers.ts';
import { axe } from './checks.ts';
import { type Stage, TOO_LATE } from './stage.ts';

const WAIT = { timeout: 30_000 };
const whole = new Intl.NumberFormat('en-GB');

/** What analysts and admins set up: what the pages show is what the API says, and what they save holds. */
export function setUpTests(stage: () => Stage): void {
  describe('a page of set-up', () => {
    it('saves a segment that has as many people as its page says', async () => {
      const { owner, visit: come } = stage();
      const visit = await come();
      const { page } = visit;
      await visit.open('/analysis/segments');
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Bought at all');
      await page.getByRole('button', { name: 'Save' }).click();
      const missing = page.getByRole('alert').getByText('Say who is meant first.');
      await missing.waitFor(WAIT);
      await page.getByRole('button', { name: 'Add a condition' }).last().click();
      await page.getByRole('textbox', { name: 'Search' }).fill('purchases');
      await page.locator('[role=option]:visible').filter({ hasText: 'purchases' }).first().click();
      await missing.waitFor({ state: 'detached', ...WAIT });
      const condition = { did: { event: 'Order Completed' } };
      const order = { condition, mode: 'exact' };
      const { body } = await owner.call<{ people: number }>('POST', '/api/audiences/estimate', order);
      expect(body.people).toBeGreaterThan(0);
      await page
        .getByText(new RegExp(`\\b${whole.format(body.people)} people`))
        .first()
        .waitFor(WAIT);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.waitForURL(/id=bought-at-all/);
      const saved = await owner.call<{ document: object }>('GET', '/api/definitions/segment/bought-at-all');
      expect(saved.body.document).toEqual({ name: 'Bought at all', level: 'person', condition });
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('shows what somebody else saved meanwhile, takes it, or saves over it', async () => {
      const visit = await stage().visit();
      const { owner } = stage();
      const path = '/api/definitions/segment/both-write';
      const condition = { did: { event: 'Order Completed' } };
      const put = async (name: string) => {
        const document = { name, level: 'person', condition };
        const order = { 'if-match': '*' };
        expect((await owner.call('POST', `${path}/publish`, { document }, order)).status).toBe(200);
      };
      const nameNow = async () =>
        (await owner.call<{ document: { name: string } }>('GET', path)).body.document.name;
      const made = { document: { name: 'First', level: 'person', condition } };
      expect((await owner.call('POST', `${path}/publish`, made)).status).toBe(200);
      const { page } = visit;
      await visit.open('/analysis/segments?id=both-write');
      const name = page.getByRole('textbox', { name: 'Name', exact: true });
      const conflict = page.getByRole('region', { name: 'Somebody else was quicker' });
      const save = page.getByRole('button', { name: 'Save', exact: true });
      await name.fill('Mine');
      await put('Theirs');
      await save.click();
      await conflict.getByText('Changed by').waitFor();
      await conflict.locator('del', { hasText: 'First' }).waitFor();
      await conflict.locator('ins', { hasText: 'Theirs' }).waitFor();
      expect(await axe(visit)).toEqual([]);
      expect(await nameNow()).toBe('Theirs');
      await conflict.getByRole('button', { name: 'Save mine over theirs' }).click();
      await conflict.waitFor({ state: 'hidden' });
      expect(await nameNow()).toBe('Mine');
      await name.fill('Mine again');
      await put('Theirs again');
      await save.click();
      await conflict.getByRole('button', { name: 'Take theirs' }).click();
      await conflict.waitFor({ state: 'hidden' });
      await expect.poll(() => name.inputValue()).toBe('Theirs again');
      expect(await nameNow()).toBe('Theirs again');
      await visit.close(TOO_LATE);
    });

    it('saves what has a name without a Latin letter, too', async () => {
      const { owner, visit: come } = stage();
      const visit = await come();
      const { page } = visit;
      await visit.open('/analysis/metrics');
      await page.getByRole('textbox', { name: 'Name', exact: true }).fill('客单价');
      await page.getByLabel('Formula', { exact: true }).fill('revenue / orders');
      await page.getByRole('button', { name: 'Save' }).click(WAIT);
      await page.waitForURL(/id=metric-/);
      const id = new URL(page.url()).searchParams.get('id');
      const saved = await owner.call<{ document: object }>('GET', `/api/definitions/metric/${id}`);
      expect(saved.body.document).toMatchObject({ name: '客单价', formula: 'revenue / orders' });
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('counts what waits in the quarantine, and takes an event that was corrected', async () => {
      const { shop, owner, visit: come } = stage();
      await shop.post('/api/events', { events: [{ name: 'Kettle Returned' }] }, shop.writeKey);
      await shop.settled();
      const total = async () =>
        (await owner.call<{ total: number }>('GET', '/api/quarantine?limit=1')).body.total;
      const before = await total();
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/quarantine');
      const panel = page.getByRole('region', { name: 'Quarantine' });
      await panel.getByText(whole.format(before), { exact: true }).first().waitFor();
      await panel.getByRole('button', { name: 'Open' }).first().click();
      const event = page.getByRole('dialog').getByLabel('Event');
      await event.fill('{ "name": ');
      await page.getByText('This is not JSON.').waitFor();
      const corrected = { name: 'Kettle Returned', identities: { anonymous: 'kettle' } };
      await event.fill(JSON.stringify(corrected));
      await page.getByRole('button', { name: 'Send the corrected event' }).click();
      await expect.poll(total, WAIT).toBe(before - 1);
      await shop.settled();
      const found = await owner.call('POST', '/api/people/find', { identity: 'anonymous:kettle' });
      expect(found.status).toBe(200);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('shows what the log holds', async () => {
      const { owner, visit: come } = stage();
      const visit = await come();
      await visit.open('/settings/system');
      const { body } = await owner.call<{ version: string; log: { records: number } }>('GET', '/api/system');
      await visit.page.getByText(`Rapport ${body.version}`).waitFor();
      await visit.page.getByText(`${whole.format(body.log.records)} records`).waitFor();
      await visit.close();
    });

    it('says how many identities a person may have, and it holds', async () => {
      const { owner, visit: come } = stage();
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/identity');
      const most = page.getByLabel('Most identities of one person');
      await most.fill('1');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('At least 2.').waitFor();
      await most.fill('60');
      await page.getByRole('button', { name: 'Save' }).click();
      const kept = async () =>
        (await owner.call<{ identitiesPerPersonMax: number }>('GET', '/api/settings')).body
          .identitiesPerPersonMax;
      await expect.poll(kept, WAIT).toBe(60);
      await visit.close();
    });

    it('invites somebody by a link that lets her in, as the list of users then says', async () => {
      const { owner, visit: come } = stage();
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/users');
      const form = page.getByRole('region', { name: 'Invite somebody' });
      await form.getByLabel('Name').fill('Vera Viewer');
      await form.getByLabel('E-mail').fill('vera@shop.example');
      await form.getByLabel('Role').selectOption('viewer');
      await form.getByRole('button', { name: 'Invite somebody' }).click();
      const link = new URL((await page.getByRole('dialog').locator('pre').textContent())!);
      const guest = await come({ who: 'nobody' });
      await guest.open(link.pathname + link.hash);
      await guest.page.getByText('Vera Viewer · vera@shop.example').waitFor();
      await guest.page.getByRole('textbox', { name: 'New password' }).fill('a kettle full of tea');
      await guest.page.getByRole('button', { name: 'Begin' }).click();
      await guest.page.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
      expect(await guest.page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
      await guest.close();
      await visit.open('/settings/users');
      await page
        .getByRole('row', { name: /Vera Viewer/ })
        .getByText('active', { exact: true })
        .waitFor();
      const { body } = await owner.call<{ users: object[] }>('GET', '/api/users');
      expect(await page.locator('tbody tr').count()).toBe(body.users.length);
      await visit.close();
    });

    it('makes a token that may do what its role may, until it is revoked', async () => {
      const { shop, visit: come } = stage();
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/tokens');
      const form = page.getByRole('region', { name: 'Make a token' });
      await form.getByLabel('Name').fill('Sales screen');
      await form.getByLabel('Role').selectOption('viewer');
      await form.getByRole('button', { name: 'Make a token' }).click();
      const secret = await page.getByRole('dialog').locator('pre').textContent();
      const screen = callerWith(shop, { authorization: `Bearer ${secret?.trim()}` });
      const status = async (path: string) => (await screen.call('GET', path)).status;
      expect([await status('/api/overview?days=7'), await status('/api/users')]).toEqual([200, 403]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Revoke: Sales screen' }).click();
      await expect.poll(() => status('/api/overview?days=7'), WAIT).toBe(401);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });
  });
}
