import { describe, expect, it } from 'vitest';
import type { ProfileView } from '../../src/profile/index.ts';
import type { Stage, Visit } from './stage.ts';

/** Finding people, and the page of one. */
export function peopleTests(stage: () => Stage): void {
  const sarah = async (): Promise<ProfileView> =>
    (await stage().owner.call<ProfileView>('POST', '/api/people/find', { identity: EMAIL })).body;

  describe('finding people', () => {
    it.each([
      ['a telephone number in any spacing', '0171 - 392 00 42', 'Telephone is +491713920042'],
      ['the beginning of an e-mail address', 'sarah.keller@', 'E-mail begins so: sarah.keller@example.com'],
      ['a name in any order', 'keller sar', 'is called Sarah Keller'],
    ])('works by %s, and says why', async (_how, typed, why) => {
      const visit = await stage().visit();
      await visit.open('/people');
      await visit.page.getByRole('textbox').fill(typed);
      const row = visit.page.getByRole('row', { name: 'Sarah Keller' });
      await row.getByText(why).waitFor();
      expect(visit.page.url()).toBe(`${stage().shop.url}/people`);
      await row.getByRole('link').click();
      await visit.page.getByRole('heading', { name: 'Sarah Keller', level: 1 }).waitFor();
      expect(visit.page.url()).toBe(`${stage().shop.url}/people/${(await sarah()).id}`);
      await visit.close();
    });

    it('opens whoever is found alone by Enter, however soon it comes', async () => {
      const visit = await stage().visit();
      await visit.open('/people');
      await visit.page.getByRole('textbox').fill('0171 3920042');
      await visit.page.keyboard.press('Enter');
      await visit.page.getByRole('heading', { name: 'Sarah Keller', level: 1 }).waitFor();
      await visit.close();
    });

    it('works from every page by Ctrl K and the keyboard alone', async () => {
      const visit = await stage().visit();
      await visit.open('/');
      const { page } = visit;
      await page.keyboard.press('Control+k');
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('textbox')
        .or(dialog.getByRole('searchbox'))
        .or(dialog.getByRole('combobox'))
        .waitFor();
      await page.keyboard.type('sarah kel');
      await dialog.getByText('Sarah Keller', { exact: true }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Sarah Keller', level: 1 }).waitFor();
      await visit.close();
    });
  });

  describe('the page of a person', () => {
    const open = async (query = ''): Promise<Visit> => {
      const visit = await stage().visit();
      await visit.open(`/people/${(await sarah()).id}${query}`);
      return visit;
    };

    it('shows what the API knows: value, orders, identities with why, consents, audiences', async () => {
      const person = await sarah();
      const visit = await open();
      const { page } = visit;
      const strip = page.locator('dl').first();
      expect(await strip.textContent()).toContain(`Orders${person.purchases.count}`);
      for (const { value } of person.identities)
        await page.getByRole('region', { name: 'Identities' }).getByText(value, { exact: true }).waitFor();
      const consents = page.getByRole('region', { name: 'Consent', exact: true });
      expect(await consents.getByRole('listitem').count()).toBe(Object.keys(person.consents).length);
      await consents.getByRole('heading', { name: 'News and offers' }).waitFor();
      await consents.getByText('Nothing said: E-mail, SMS · counts as yes').waitFor();
      const audiences = page.getByRole('region', { name: 'Audiences' });
      expect(await audiences.getByRole('listitem').count()).toBe(Object.keys(person.audiences).length);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('says in plain words why she is in an audience', async () => {
      const visit = await open();
      await visit.page.getByRole('button', { name: 'Why in Customers' }).click();
      const dialog = visit.page.getByRole('dialog');
      await dialog.getByText('fulfilled').first().waitFor();
      expect(await dialog.getByRole('listitem').first().textContent()).toMatch(/bought|purchase/);
      await visit.close();
    });

    it('narrows the timeline to purchases, keeps that in the address, and shows an event as it was stored', async () => {
      const person = await sarah();
      const visit = await open();
      const { page } = visit;
      const timeline = page.getByRole('region', { name: 'Timeline' });
      await timeline.getByText('Orders', { exact: true }).click();
      await page.waitForURL(/show=orders/);
      await expect.poll(() => timeline.getByText('Viewed a page').count()).toBe(0);
      const bought = timeline.getByRole('button', { name: /Bought/ });
      await expect.poll(() => bought.count()).toBe(person.purchases.count);
      await bought.first().click();
      await page.getByRole('dialog').getByText('"name": "Order Completed"').waitFor();
      await visit.close();
    });

    it('shows her as she stood at a moment, and the way back', async () => {
      const person = await sarah();
      const at = person.purchases.recent.at(-1)!.placed - 1;
      const visit = await open(`?at=${at}`);
      await visit.page.getByText(/As she stood on/).waitFor();
      expect(await visit.page.locator('dl').first().textContent()).toContain('Orders0');
      await visit.page.getByRole('button', { name: 'Back to now' }).click();
      await expect
        .poll(() => visit.page.locator('dl').first().textContent())
        .toContain(`Orders${person.purchases.count}`);
      await visit.close();
    });

    it('records a call and a change of consent as events, and shows what came of them', async () => {
      const visit = await open();
      const { page } = visit;
      await page.getByRole('button', { name: 'Log a call' }).click();
      await page.getByLabel('What came of it').fill('Exchange of size agreed');
      await page.getByRole('button', { name: 'Record', exact: true }).click();
      await page.getByText('Order · Exchange of size agreed').waitFor();
      await page.getByRole('button', { name: 'Change consent' }).click();
      await page.getByLabel('Purpose').selectOption('News and offers');
      await page.getByLabel('Channel').selectOption('sms');
      await page.getByLabel('No, I object').check();
      await page.getByLabel('She said so herself').check();
      await page.getByRole('button', { name: 'Record', exact: true }).click();
      await expect.poll(async () => (await sarah()).consents['sms/marketing']?.[0]).toBe('out');
      await page.getByRole('region', { name: 'Consent', exact: true }).getByText('desk').waitFor();
      await visit.close();
    });

    it('merges two people after a preview, and takes them apart again', async () => {
      const { shop, owner } = stage();
      await shop.send([{ name: 'Page Viewed', identities: { user: 'twin-a' } }]);
      await shop.send([{ name: 'Page Viewed', identities: { loyalty: 'twin-b' } }]);
      const find = async (identity: string): Promise<ProfileView> =>
        (await owner.call<ProfileView>('POST', '/api/people/find', { identity })).body;
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(`/people/${(await find('user:twin-a')).id}`);
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Merge with another person…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Find the other person').fill('twin-b');
      await dialog.getByRole('button', { name: /twin-b/ }).click();
      await dialog.getByText(/2 identities/).waitFor();
      await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
      await expect
        .poll(async () => (await find('user:twin-a')).id === (await find('loyalty:twin-b')).id)
        .toBe(true);
      const merges = page.getByRole('region', { name: 'Merges' });
      await merges.getByRole('button', { name: 'Undo' }).click();
      await dialog
        .getByText(/1 identity/)
        .first()
        .waitFor();
      await dialog.getByRole('button', { name: 'Take apart' }).click();
      await expect
        .poll(async () => (await find('user:twin-a')).id === (await find('loyalty:twin-b')).id)
        .toBe(false);
      await visit.close();
    });

    it('leaves nothing of her in the storage of the browser', async () => {
      const visit = await open();
      const kept = await visit.page.evaluate<string>(
        'JSON.stringify([{ ...localStorage }, { ...sessionStorage }])',
      );
      expect(kept).not.toMatch(/sarah|keller/i);
      await visit.close();
    });
  });
}

const EMAIL = 'email:sarah.keller@example.com';
