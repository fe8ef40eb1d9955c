import { describe, expect, it } from 'vitest';
import type { Stage, Visit } from './stage.ts';

const FOUND_MS_MAX = 60_000;
const RANGE = { last: '120d' };
const STEPS = ['Product Viewed', 'Product Added'].map((event) => ({ any: [{ event }] }));

interface Table {
  readonly total: { readonly values: readonly number[]; readonly previous?: readonly number[] };
  readonly rows: readonly { readonly path: readonly string[]; readonly values: readonly number[] }[];
}

const whole = new Intl.NumberFormat('en-GB');

/** What an analyst does who knows the other suite: leaves and comes back, dates one part, opens numbers, builds beside the work. */
export function analystTests(stage: () => Stage): void {
  describe('an analyst', () => {
    const path = '/analysis/analyst';

    async function put(): Promise<void> {
      const document = {
        name: 'Of the analyst',
        range: RANGE,
        panels: [
          {
            id: 'one',
            title: 'One',
            parts: [
              {
                id: 'table',
                title: 'By channel',
                question: 'table',
                view: 'table',
                query: { levels: [{ dimension: 'channel' }], columns: [{ metric: 'people' }] },
              },
              { id: 'steps', title: 'Ways', question: 'fallout', view: 'fallout', query: { steps: STEPS } },
            ],
          },
        ],
      };
      const { status } = await stage().owner.call(
        'POST',
        '/api/definitions/workspace/analyst/publish',
        { document },
        { 'if-match': '*' },
      );
      expect(status).toBe(200);
      await stage().owner.call('DELETE', '/api/analytics/workspaces/analyst/draft');
    }
    const ask = async <Answer>(question: string, query: object): Promise<Answer> => {
      const { body } = await stage().owner.call<{ answer: Answer }>(
        'POST',
        `/api/analytics/${question}`,
        query,
      );
      return body.answer;
    };
    const partOf = ({ page }: Visit, name: string) => page.getByRole('region', { name });

    it('finds what was not saved where it was left, also after the browser was closed, and reverts it', async () => {
      await put();
      const visit = await stage().visit();
      await visit.open(path);
      await visit.page.getByRole('button', { name: 'Add a panel' }).click();
      await visit.page.getByText('Unsaved, kept for you').waitFor();
      await visit.close();
      const again = await stage().visit();
      const { page } = again;
      await again.open(path);
      await page.getByRole('heading', { name: 'Panel 2' }).waitFor();
      await page.getByRole('button', { name: 'Revert' }).click();
      await page.getByRole('heading', { name: 'Panel 2' }).waitFor({ state: 'detached' });
      const draft = async () =>
        (await stage().owner.call<{ draft?: object }>('GET', '/api/analytics/workspaces/analyst/draft')).body;
      await expect.poll(draft, { timeout: FOUND_MS_MAX }).toEqual({});
      expect(again.faults).toEqual([]);
      await again.close();
    });

    it('gives one part dates and a comparison of its own, and takes those around it again', async () => {
      await put();
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      const part = partOf(visit, 'By channel');
      const own = { range: { last: '14d' }, compare: 'previous' };
      const { total } = await ask<Table>('table', { ...own, levels: [], columns: [{ metric: 'people' }] });
      await part.getByRole('button', { name: 'More for By channel' }).click();
      await page.getByRole('menuitem', { name: 'Dates and comparison' }).click();
      const dialog = page.getByRole('dialog', { name: 'Dates of By channel' });
      await dialog.getByText('Rolling', { exact: true }).click();
      await dialog.getByLabel('The last so many').fill('14');
      await dialog.getByLabel('Compare with').selectOption({ label: 'the period before' });
      await dialog.getByRole('button', { name: 'Apply' }).click();
      await part.getByText('Last 14 days', { exact: true }).waitFor();
      const shown = () => part.getByRole('row', { name: /^Total/ }).textContent();
      await expect.poll(shown, { timeout: FOUND_MS_MAX }).toContain(whole.format(total.values[0]!));
      await part.getByRole('button', { name: 'More for By channel' }).click();
      await page.getByRole('menuitem', { name: 'Dates and comparison' }).click();
      await dialog.getByRole('button', { name: 'As around it' }).click();
      await part.getByText('Last 14 days', { exact: true }).waitFor({ state: 'detached' });
      await visit.close();
    });

    it('opens a number: who it is by name, and all else that can be done with it', async () => {
      await put();
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      const { rows } = await ask<Table>('table', {
        range: RANGE,
        levels: [{ dimension: 'channel', only: ['store'] }],
        columns: [{ metric: 'people' }],
      });
      const people = rows[0]!.values[0]!;
      const row = partOf(visit, 'By channel').getByRole('row').filter({ hasText: 'store' });
      await row.getByRole('cell').first().getByRole('button').click();
      const items = page.getByRole('menu').first().getByRole('menuitem');
      await items.first().waitFor();
      const offered = await items.allTextContents();
      for (const wanted of ['See the people', 'Make an audience', 'Keep only this', 'Break down by'])
        expect(offered).toContain(wanted);
      for (const wanted of ['Compare with', 'Download CSV', 'Copy the number'])
        expect(offered).toContain(wanted);
      await page.getByRole('menuitem', { name: 'See the people' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByText(`of ${whole.format(people)} people`).waitFor();
      const links = sheet.getByRole('link');
      const first = await links
        .filter({ hasNotText: /^Person \d/ })
        .first()
        .textContent();
      const { body } = await stage().owner.call<{ people: { name: string | null }[] }>(
        'POST',
        '/api/people/search',
        { text: first! },
      );
      expect(body.people.map(({ name }) => name)).toContain(first);
      await visit.close();
    });

    it('keeps a panel to the people behind a step, and breaks them down in a table beside it', async () => {
      await put();
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      const { groups } = await ask<{ groups: { steps: { count: number }[] }[] }>('fallout', {
        range: RANGE,
        steps: STEPS,
      });
      const added = groups[0]!.steps[1]!.count;
      const part = partOf(visit, 'Ways');
      const open = () =>
        part
          .getByRole('button', { name: whole.format(added), exact: true })
          .first()
          .click();
      await part.scrollIntoViewIfNeeded();
      await open();
      await page.getByRole('menuitem', { name: 'Break down by' }).hover();
      await page.getByRole('menuitem', { name: 'Device', exact: true }).click();
      const table = partOf(visit, 'Device · People');
      const total = () =>
        table
          .getByRole('row', { name: /^Total/ })
          .getByRole('cell')
          .first()
          .getByRole('button')
          .textContent();
      await expect.poll(total, { timeout: FOUND_MS_MAX }).toBe(whole.format(added));
      await open();
      await page.getByRole('menuitem', { name: 'Keep only these people in the panel' }).click();
      const other = partOf(visit, 'By channel')
        .getByRole('row', { name: /^Total/ })
        .getByRole('cell')
        .first()
        .getByRole('button');
      await expect.poll(() => other.textContent(), { timeout: FOUND_MS_MAX }).toBe(whole.format(added));
      await visit.close();
    });

    it('makes a metric beside the workspace, finds it in the rail, and puts it into a panel by its menu', async () => {
      await put();
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      const rail = page.getByRole('complementary', { name: 'Components' });
      await rail.getByRole('button', { name: 'New calculated metric' }).click();
      const sheet = page.getByRole('dialog', { name: 'New calculated metric' });
      await sheet.getByRole('textbox', { name: 'Name' }).fill('Orders a head');
      await sheet.getByRole('textbox', { name: 'Formula' }).fill('orders / people');
      await sheet.getByRole('button', { name: 'Save', exact: true }).click();
      await sheet.waitFor({ state: 'detached' });
      await rail.getByRole('textbox', { name: 'Find a component' }).fill('Orders a head');
      const item = rail
        .getByRole('listitem')
        .filter({ has: page.getByText('Orders a head', { exact: true }) });
      await item.hover();
      await item.getByRole('button', { name: 'Use Orders a head' }).click();
      await page.getByRole('menuitem', { name: 'New table in One' }).click();
      await page.getByRole('columnheader', { name: /^Orders a head/ }).waitFor();
      await visit.close();
    });

    it('makes a lookup of a file, and a derived dimension tests numbers', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/analysis/lookups');
      await page.getByRole('textbox', { name: 'Name' }).fill('Device kinds');
      await page.locator('input[type=file]').setInputFiles({
        name: 'devices.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('device;note;kind\nmobile;x;handheld\ndesktop;y;desk\n'),
      });
      await page.getByLabel('Gives').selectOption('kind');
      await page.getByRole('row', { name: 'mobile handheld' }).waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved. Everybody').waitFor();
      const { body } = await stage().owner.call<{ document: object }>(
        'GET',
        '/api/definitions/lookup/device-kinds',
      );
      expect(body.document).toEqual({
        name: 'Device kinds',
        values: { mobile: 'handheld', desktop: 'desk' },
      });
      await visit.open('/analysis/dimensions');
      await page.getByRole('textbox', { name: 'Name' }).fill('Large');
      await page.getByRole('combobox', { name: 'Tested as' }).selectOption('a number');
      await page.getByRole('textbox', { name: 'Bound' }).fill('50');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved. Everybody').waitFor();
      const made = await stage().owner.call<{ document: { value: { case: { when: object[] }[] } } }>(
        'GET',
        '/api/definitions/dimension/large',
      );
      expect(made.body.document.value.case[0]!.when).toEqual([
        { of: { dimension: 'page' }, number: { above: 50 } },
      ]);
      await visit.close();
    });

    it('takes several columns of a file, says what it leaves out and what it would find, and refuses what it cannot read', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/analysis/lookups');
      const choose = (text: string) =>
        page
          .locator('input[type=file]')
          .setInputFiles({ name: 'shops.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
      await choose('channel,kind,"open\nweb,online,always\n');
      await page.getByText('Line 1: a quotation mark opens and never closes.').waitFor();
      await choose('channel,kind,open\nweb,online,always,really\n');
      await page.getByText('Line 2 has more cells than the header.').waitFor();
      await choose(
        '\uFEFFchannel;kind;open\nweb;online;always\nstore;place;\nweb;site;always\n;nobody;never\n',
      );
      await page.getByText('1 row has nothing to look up and is left out, first line 5.').waitFor();
      await page.getByText('1 value stands more than once, such as “web” (line 2).').waitFor();
      await page.getByRole('button', { name: 'Another column' }).click();
      await page.getByText('1 cell is empty').waitFor();
      await page.getByRole('row', { name: 'web site always' }).waitFor();
      const matches = page.getByRole('region', { name: 'What it would find' });
      // Channels are no products.
      await matches.getByText(/^0 of \d+ values? (is|are) in this list, with 0% of the events/).waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const name = page.getByRole('textbox', { name: 'Name' });
      await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
      await name.fill('Kinds of shops');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Saved. Everybody').waitFor();
      await page.getByRole('listitem').getByRole('button', { name: 'Kinds of shops' }).waitFor();
      const { body } = await stage().owner.call<{ document: object }>(
        'GET',
        '/api/definitions/lookup/kinds-of-shops',
      );
      expect(body.document).toEqual({
        name: 'Kinds of shops',
        columns: ['kind', 'open'],
        values: { web: ['site', 'always'], store: ['place', ''] },
      });
      await visit.close();
    });

    it('shows in the rail which values of a dimension most people have', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      const rail = page.getByRole('complementary', { name: 'Components' });
      await rail.getByRole('textbox', { name: 'Find a component' }).fill('Device');
      await rail.getByRole('button', { name: 'Values of Device', exact: true }).focus();
      await page.keyboard.press('Enter');
      const { rows } = await ask<Table>('table', {
        range: RANGE,
        levels: [{ dimension: 'device' }],
        columns: [{ metric: 'people' }],
      });
      const [first] = rows.map(({ path: [value = ''] }) => value).filter((value) => value !== '');
      await rail.getByRole('listitem').filter({ hasText: first! }).last().waitFor();
      await visit.close();
    });
  });
}
