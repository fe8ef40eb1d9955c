import { describe, expect, it } from 'vitest';
import { type Stage, TOO_LATE, type Visit } from './stage.ts';

interface Audience {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly state: string;
  readonly progress?: object;
  readonly usedIn: readonly string[];
}

const whole = new Intl.NumberFormat('en-GB');
const FILLED_MS_MAX = 60_000;

/** The list of audiences, and the page of one. */
export function audienceTests(stage: () => Stage): void {
  const all = async (): Promise<readonly Audience[]> =>
    (await stage().owner.call<{ audiences: readonly Audience[] }>('GET', '/api/audiences')).body.audiences;
  const one = async (id: string): Promise<Audience> =>
    (await stage().owner.call<Audience>('GET', `/api/audiences/${encodeURIComponent(id)}`)).body;
  const put = async (id: string, body: object): Promise<void> => {
    const { status } = await stage().owner.call('PUT', `/api/audiences/${id}`, body);
    expect(status).toBe(200);
    await expect.poll(async () => (await one(id)).progress, { timeout: FILLED_MS_MAX }).toBeUndefined();
  };
  const open = async (path: string): Promise<Visit> => {
    const visit = await stage().visit();
    await visit.open(path);
    return visit;
  };

  describe('the list of audiences', () => {
    it('shows every audience with the size of the API, and those with the most people first when asked', async () => {
      const visit = await open('/audiences');
      const { page } = visit;
      await page.getByRole('button', { name: 'People', exact: true }).click();
      await page.waitForURL(/sort=-size/);
      const rows = page.locator('tbody tr:not([data-gap])');
      const shown = await rows.evaluateAll((found) =>
        found.map((row) => [
          row.querySelector('a')?.textContent ?? '',
          row.querySelectorAll('td')[1]?.textContent ?? '',
        ]),
      );
      const expected = [...(await all())]
        .sort((a, b) => b.size - a.size || b.name.localeCompare(a.name, 'en', { numeric: true }))
        .map(({ name, size }) => [name, whole.format(size)]);
      expect(shown).toEqual(expected);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('keeps what it is filtered by in the address', async () => {
      const visit = await open('/audiences');
      await visit.page.getByRole('textbox', { name: 'Name, id or description' }).fill('yoga');
      await visit.page.waitForURL(/text=yoga/);
      await expect.poll(() => visit.page.locator('tbody tr:not([data-gap])').count()).toBe(1);
      await visit.page.reload();
      await visit.page.getByRole('link', { name: 'Looks at yoga' }).waitFor();
      await expect.poll(() => visit.page.locator('tbody tr:not([data-gap])').count()).toBe(1);
      await visit.close();
    });

    it('makes a list of a file, and reports what became of its rows', async () => {
      const visit = await open('/audiences');
      const { page } = visit;
      await page.getByRole('button', { name: 'New audience' }).click();
      await page.getByRole('menuitem', { name: 'List from a CSV file' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Name').fill('Fair visitors');
      const buffer = Buffer.from('email\nsarah.keller@example.com\nnobody.yet@example.com\nnot an address\n');
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer });
      await dialog.getByRole('button', { name: 'Upload' }).click();
      const report = dialog.getByRole('status');
      await report.getByText(/^Line 4/).waitFor({ timeout: FILLED_MS_MAX });
      expect(await report.locator('dl').textContent()).toBe('Rows3Matched1Different people1Unknown1Invalid1');
      await dialog.getByRole('link', { name: 'Open the list' }).click();
      await page.getByRole('heading', { name: 'Fair visitors', level: 1 }).waitFor();
      // Who is in an audience is counted when her batch is folded, a moment after she is on the list.
      await expect.poll(async () => (await one('fair-visitors')).size).toBe(1);
      await visit.close();
    });
  });

  describe('the page of an audience', () => {
    it('says in plain words who is in it, how many, and what of it moved', async () => {
      const { size } = await one('customers');
      const visit = await open('/audiences/customers');
      const { page } = visit;
      await page
        .getByText(/bought|Order Completed/)
        .first()
        .waitFor();
      expect(await page.locator('dl').first().textContent()).toContain(`People${whole.format(size)}`);
      const { body } = await stage().owner.call<{ days: { entered: number }[] }>(
        'GET',
        '/api/audiences/customers/history?days=30',
      );
      const entered = body.days.reduce((sum, day) => sum + day.entered, 0);
      const said = page.getByText(`to ${whole.format(size)} people; ${whole.format(entered)} entered`);
      await said.first().waitFor();
      await visit.close();
    });

    it('shows its members, who lead to their pages, and gives all of them as a file', async () => {
      const { size } = await one('customers');
      const visit = await open('/audiences/customers');
      const { page } = visit;
      await page.getByText('Members', { exact: true }).first().click();
      await page.waitForURL(/tab=members/);
      await expect.poll(() => page.locator('tbody tr').count()).toBe(Math.min(size, 100));
      await page.getByRole('button', { name: 'Export' }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: 'Everybody as CSV' }).click();
      const stream = await (await download).createReadStream();
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      expect(Buffer.concat(chunks).toString().trim().split('\n')).toHaveLength(size + 1);
      await page.locator('tbody a').first().click();
      await page.waitForURL(/\/people\/\d+$/);
      await visit.close();
    });

    it('shows how many people it shares with another, as the API counts them', async () => {
      const visit = await open('/audiences/customers');
      const { page } = visit;
      const other = page.getByLabel('Compare with one or two others');
      await other.locator('option[value=big-spenders]').waitFor({ state: 'attached' });
      await other.selectOption('big-spenders');
      await page.waitForURL(/with=/);
      const { body } = await stage().owner.call<{ parts: { audiences: string[]; people: number }[] }>(
        'GET',
        '/api/audiences/overlap?id=customers&id=big-spenders',
      );
      const both = body.parts.find(({ audiences }) => audiences.length === 2)?.people ?? 0;
      const row = page.getByRole('listitem').filter({ hasText: 'Customers + Big spenders' });
      await row.getByText(new RegExp(`^${whole.format(both)} ·`)).waitFor();
      await visit.close();
    });

    it('says of somebody why she is in it', async () => {
      const visit = await open('/audiences/customers');
      const { page } = visit;
      await page.getByLabel('Person').fill('sarah.keller@');
      await page.getByRole('button', { name: /Sarah Keller/ }).click();
      await page.getByRole('dialog').getByText('fulfilled').first().waitFor();
      await visit.close();
    });

    it('opens the parts of a split by ids with a slash, each with its people', async () => {
      await put('spring', {
        name: 'Spring',
        set: 'customers',
        split: {
          parts: [
            { id: 'control', name: 'Control', share: 0.5 },
            { id: 'offer', name: 'Offer', share: 0.5 },
          ],
        },
      });
      const visit = await open('/audiences/spring');
      const { page } = visit;
      await page.getByRole('link', { name: 'Spring: Control' }).click();
      await page.getByRole('heading', { name: 'Spring: Control', level: 1 }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Spring: Control', level: 1 }).waitFor();
      const { size } = await one('spring/control');
      expect(await page.locator('dl').first().textContent()).toContain(`People${whole.format(size)}`);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('is paused after it said what stops with it, and made live again', async () => {
      await put('buyers', { name: 'Buyers', condition: { did: { event: 'Order Completed' } } });
      await put('no-buyers', { name: 'No buyers', condition: { not: { member: 'buyers' } } });
      const visit = await open('/audiences/buyers');
      const { page } = visit;
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Pause…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('link', { name: 'No buyers' }).waitFor();
      await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
      await expect.poll(async () => (await one('buyers')).state).toBe('paused');
      expect((await one('no-buyers')).state).toBe('paused');
      // It is called by its name still, though the program holds no document of it.
      expect((await all()).find(({ id }) => id === 'buyers')?.name).toBe('Buyers');
      await page.getByText('paused', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Make it live' }).click();
      await dialog.getByRole('button', { name: 'Make it live' }).click();
      await expect.poll(async () => (await one('buyers')).state).toBe('live');
      await visit.close();
    });

    it('shows what a version changed in words, and takes an older one back as the draft', async () => {
      await put('buyers', {
        name: 'Buyers',
        condition: { did: { event: 'Order Completed' }, in: { last: '90d' } },
      });
      const visit = await open('/audiences/buyers?tab=versions');
      const { page } = visit;
      await page.getByRole('button', { name: 'What changed' }).first().click();
      await page.locator('ins').filter({ hasText: '90' }).first().waitFor();
      await page.getByRole('button', { name: 'Restore' }).last().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
      const { body } = await stage().owner.call<{ version: number }>(
        'GET',
        '/api/definitions/audience/buyers',
      );
      await expect
        .poll(
          async () =>
            (await stage().owner.call<{ draft?: number }>('GET', '/api/definitions/audience/buyers')).body
              .draft,
        )
        .toBeGreaterThanOrEqual(body.version);
      await visit.close();
    });

    it('tells that somebody else was quicker, instead of undoing her change', async () => {
      const visit = await open('/audiences/buyers');
      const { page } = visit;
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Archive…' }).click();
      const dialog = page.getByRole('dialog');
      const archive = dialog.getByRole('button', { name: 'Archive', exact: true });
      await expect.poll(() => archive.isEnabled()).toBe(true);
      await put('buyers', { name: 'Buyers of today', condition: { did: { event: 'Order Completed' } } });
      await archive.click();
      await dialog.getByText('Somebody else changed it meanwhile.').waitFor();
      expect((await one('buyers')).state).toBe('live');
      await visit.close(TOO_LATE);
    });
  });
}
