import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { IN_USE, type Stage } from './stage.ts';

/** The settings. */
export function settingsTests(stage: () => Stage): void {
  describe('the settings of sources', () => {
    it('add a source whose code works, as a test event shows', async () => {
      const { owner, visit: come } = stage();
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/sources');
      const form = page.getByRole('region', { name: 'Add a source' });
      await form.getByLabel('Name').fill('Garden Shop');
      await form.getByRole('button', { name: 'Add a source' }).click();
      const row = page.getByRole('row', { name: /garden-shop/ });
      await row.getByRole('button', { name: 'Connect' }).click();
      await page.getByRole('button', { name: 'Send a test event' }).click();
      await page.getByRole('link', { name: 'Open its person' }).click();
      await page.getByText('Test Event').first().waitFor();
      const { body } = await owner.call<{ sources: { id: string; channel: string }[] }>(
        'GET',
        '/api/sources',
      );
      expect(body.sources.find(({ id }) => id === 'garden-shop')).toMatchObject({ channel: 'web' });
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('show code that works when it is put into a page of the shop', async () => {
      const { shop, browser, visit: come } = stage();
      const visit = await come();
      await visit.open('/settings/sources');
      const code = await visit.page.getByRole('region', { name: 'Code to copy' }).textContent();
      await visit.close();
      const site = createServer((_request, response) =>
        response.setHeader('content-type', 'text/html').end(`<title>Teapots</title>${code}`),
      );
      await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
      const context = await browser.newContext();
      const page = await context.newPage();
      const sent = page.waitForResponse((response) => response.url() === `${shop.url}/v1/p`);
      await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/teapots`);
      expect((await sent).status()).toBe(200);
      await context.close();
      site.closeAllConnections();
      site.close();
    });
  });

  describe('the settings of consent', () => {
    it('list a purpose that people named, say what it is called, and agents ask for it', async () => {
      const { shop, owner, visit: come } = stage();
      const said = { channel: 'sms', purpose: 'raffle', state: 'in' };
      const person = { anonymous: 'raffle-visitor' };
      await shop.send([{ name: 'Consent Updated', identities: person, properties: said }]);
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/consent');
      await page.getByRole('button', { name: 'List it: raffle, SMS' }).click();
      await page.getByText('raffle', { exact: true }).first().click();
      const form = page.getByRole('group').filter({ hasText: 'raffle' });
      await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Raffles');
      await form.getByRole('textbox', { name: 'Name in Deutsch' }).fill('Verlosungen');
      await page.getByRole('button', { name: 'Save' }).click();
      interface Answer {
        readonly document: { readonly purposes: readonly { readonly key: string }[] };
      }
      const listed = async () =>
        (await owner.call<Answer>('GET', '/api/purposes')).body.document.purposes.at(-1);
      await expect.poll(listed).toEqual({
        ...{ key: 'raffle', name: 'Raffles', translations: { de: { name: 'Verlosungen' } } },
        ...{ channels: ['sms'], unsaid: 'out', state: 'active' },
      });
      const order = { identity: 'anonymous:raffle-visitor' };
      const { body } = await owner.call<{ id: number }>('POST', '/api/people/find', order);
      await visit.open(`/people/${body.id}`);
      await page.getByRole('heading', { name: 'Raffles' }).waitFor();
      await page.getByRole('button', { name: 'Change consent' }).click();
      await page.getByLabel('Purpose').selectOption('Raffles');
      expect(await page.getByLabel('Channel').textContent()).toBe('SMS');
      expect(visit.faults).toEqual([]);
      await visit.close();
    });
  });

  describe('the settings of storage', () => {
    it('make a backup that is listed with its folder, say how to bring it back, and remove it', async () => {
      const { visit: come } = stage();
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/system');
      const panel = page.getByRole('region', { name: 'Backup' });
      await panel.getByRole('button', { name: 'Make a backup' }).click();
      await panel.getByText('there', { exact: true }).waitFor();
      await panel.getByText(/rapport restore .*backups/).waitFor();
      await page.getByRole('button', { name: 'Tasks: none running' }).click();
      const task = page.getByText(/^Backup \d{4}-/);
      const id = (await task.textContent())!.replace('Backup ', '');
      await page.keyboard.press('Escape');
      await panel.getByRole('button', { name: `Remove ${id}` }).click();
      await page.getByLabel(/to confirm/).fill(id);
      const answered = page.waitForResponse((response) => response.request().method() === 'DELETE');
      await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
      expect((await answered).status()).toBe(204);
      // What is removed is no failure: the dialog goes by itself.
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await panel.getByText('No backup yet.').waitFor();
      expect(visit.faults).toEqual([]);
      await visit.close();
    });
  });

  describe('the settings of the workspace', () => {
    it('hide a label of personal data from a role', async () => {
      const { owner, visit: come } = stage();
      interface Labels {
        readonly document: { readonly hidden: { readonly agent: readonly string[] } };
      }
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/labels');
      await page.getByRole('checkbox', { name: 'sensitive: Hidden from Agent' }).check();
      await page.getByRole('button', { name: 'Save' }).click();
      const hidden = async (): Promise<readonly string[]> =>
        (await owner.call<Labels>('GET', '/api/labels')).body.document.hidden.agent;
      await expect.poll(hidden).toEqual(['sensitive']);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('take a field out of conditions, once it was said who asks for it and is paused', async () => {
      const { owner, visit: come } = stage();
      const condition = { attribute: 'shoe_size', number: { above: 45 } };
      await owner.call('PUT', '/api/audiences/big-feet', { name: 'Big feet', condition });
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/labels');
      await page.getByRole('button', { name: 'Add a label' }).click();
      await page.getByRole('textbox', { name: 'Label' }).last().fill('barred');
      await page.getByRole('textbox', { name: 'Fields: barred' }).fill('shoe_size');
      await page.getByRole('checkbox', { name: 'barred: Not in conditions' }).check();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText(/^audience\/big-feet: /).waitFor();
      await page.getByRole('button', { name: 'Save all the same, and pause them' }).click();
      const state = async () =>
        (await owner.call<{ state: string }>('GET', '/api/audiences/big-feet')).body.state;
      await expect.poll(state).toBe('paused');
      await page.getByRole('button', { name: 'Save all the same' }).waitFor({ state: 'hidden' });
      // The other tests find the labels as they were.
      await page.getByRole('button', { name: 'Remove barred' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Remove barred' }).waitFor({ state: 'hidden' });
      await page.getByText('Not saved').waitFor({ state: 'hidden' });
      await owner.call('DELETE', '/api/audiences/big-feet');
      await visit.close(IN_USE);
    });

    it('say on which day weeks begin and what a currency is worth', async () => {
      const { owner, visit: come } = stage();
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/general');
      const panel = page.getByRole('region', { name: 'Reports' });
      await panel.getByLabel('Weeks begin on').selectOption('7');
      await panel.getByRole('button', { name: 'Add a rate' }).click();
      await panel.getByRole('textbox', { name: 'Currency' }).fill('GBP');
      await panel.getByRole('spinbutton', { name: 'Worth' }).fill('1.15');
      await panel.getByRole('button', { name: 'Save' }).click();
      await expect
        .poll(
          async () =>
            (await owner.call<{ document: object }>('GET', '/api/definitions/reporting/reporting')).body
              .document,
        )
        .toEqual({ weekStart: 7, rates: [{ currency: 'GBP', since: '2020-01-01', rate: 1.15 }] });
      await visit.close();
    });

    it('tell from the audit who looked at whom, and lead there', async () => {
      const { owner, visit: come } = stage();
      const order = { identity: 'email:sarah.keller@example.com' };
      const { body: sarah } = await owner.call<{ id: number }>('POST', '/api/people/find', order);
      const visit = await come();
      const { page } = visit;
      await visit.open('/settings/audit');
      await page.getByRole('combobox', { name: 'Kind' }).selectOption('view');
      await page.getByRole('textbox', { name: 'Number of a person' }).fill(String(sarah.id));
      await page
        .getByRole('link', { name: `Person ${sarah.id}` })
        .first()
        .waitFor();
      await expect.poll(() => page.locator('tbody').getByText('change', { exact: true }).count()).toBe(0);
      await visit.close();
    });
  });
}
