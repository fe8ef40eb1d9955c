import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type Stage, TOO_LATE, type Visit } from './stage.ts';

interface TableAnswer {
  readonly total: { readonly values: readonly number[] };
  readonly rows: readonly { readonly path: readonly string[]; readonly values: readonly number[] }[];
}

const RANGE = { last: '30d' };
const COLUMNS = ['people', 'sessions', 'orders', 'revenue'].map((metric) => ({ metric }));
const FOUND_MS_MAX = 30_000;
const whole = new Intl.NumberFormat('en-GB');
const euros = (amount: number): string =>
  new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: amount >= 1_000 ? 0 : 2,
    maximumFractionDigits: amount >= 1_000 ? 0 : 2,
  }).format(amount);
const written = ([people, sessions, orders, revenue]: readonly number[]): string[] => [
  ...[people!, sessions!, orders!].map((each) => whole.format(each)),
  euros(revenue!),
];

/** Workspaces of analysis: built by menu, opened by click, saved, shared, exported. */
export function analysisTests(stage: () => Stage): void {
  describe('a workspace', () => {
    let path = '';

    async function ask(query: object): Promise<TableAnswer> {
      const { body } = await stage().owner.call<{ answer: TableAnswer }>('POST', '/api/analytics/table', {
        range: RANGE,
        columns: COLUMNS,
        ...query,
      });
      return body.answer;
    }

    it('is made, and a table built by menu shows the figures of the API', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/analysis');
      await page.getByRole('button', { name: 'New workspace' }).click();
      await page.waitForURL(/\/analysis\/.+/);
      path = new URL(page.url()).pathname;
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Table' }).click();
      await page.getByTitle(/^What the rows are/).click();
      await page.getByRole('menuitem', { name: 'Replace by' }).hover();
      await page.getByRole('menuitem', { name: 'Channel', exact: true }).click();
      const { total, rows } = await ask({ levels: [{ dimension: 'channel' }] });
      await expect
        .poll(() => numbersOf(visit, 'web'), { timeout: FOUND_MS_MAX })
        .toEqual(written(rows.find((row) => row.path[0] === 'web')!.values));
      expect(await numbersOf(visit, 'Total')).toEqual(written(total.values));
      expect(await numbersOf(visit, 'store')).toEqual(
        written(rows.find((row) => row.path[0] === 'store')!.values),
      );
      await page.getByText('Unsaved').waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Unsaved').waitFor({ state: 'detached' });
      await visit.close();
    });

    it('breaks a row down by a dimension that is picked, with the figures of the API', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      await page.getByRole('button', { name: 'Break down web' }).click();
      await page.getByRole('textbox', { name: 'Break down web' }).fill('Device');
      await page.getByRole('option', { name: 'Device', exact: true }).click();
      const { rows } = await ask({
        levels: [{ dimension: 'channel', only: ['web'] }, { dimension: 'device' }],
      });
      const [mobile] = rows.filter((row) => row.path[1] === 'mobile');
      await expect
        .poll(() => numbersOf(visit, 'mobile'), { timeout: FOUND_MS_MAX })
        .toEqual(written(mobile!.values));
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('keeps to a row by a click on its number, says so on a chip, and lets go of it again', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      await numberOf(visit, 'store', 0).click();
      await page.getByRole('menuitem', { name: 'Keep only this', exact: true }).click();
      const chip = page.getByRole('button', { name: 'Take away here: Channel is store' });
      await chip.waitFor();
      await expect.poll(() => numberOf(visit, 'web', 0).count(), { timeout: FOUND_MS_MAX }).toBe(0);
      const { total } = await ask({
        levels: [],
        filters: [{ dimension: 'channel', text: { is: 'store' } }],
      });
      await expect
        .poll(() => numbersOf(visit, 'Total'), { timeout: FOUND_MS_MAX })
        .toEqual(written(total.values));
      await chip.click();
      await expect.poll(() => numberOf(visit, 'web', 0).count(), { timeout: FOUND_MS_MAX }).toBe(1);
      await visit.close();
    });

    it('makes an audience of a number, and it has as many people as the number says', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      const cell = numberOf(visit, 'store', 0);
      const people = Number((await cell.textContent())!.replaceAll(',', ''));
      expect(people).toBeGreaterThan(0);
      await cell.click();
      await page.getByRole('menuitem', { name: 'Make an audience' }).click();
      await page.getByRole('textbox', { name: 'Name of the audience' }).fill('Came to a store');
      await page.getByRole('alert').getByText(`${people} people`).waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Make an audience' }).click();
      await page.getByText(`with ${people} people`).waitFor();
      const size = async (): Promise<number | undefined> => {
        const { body } = await stage().owner.call<{ audiences: { name: string; size: number }[] }>(
          'GET',
          '/api/audiences',
        );
        return body.audiences.find(({ name }) => name === 'Came to a store')?.size;
      };
      await expect.poll(size, { timeout: FOUND_MS_MAX, interval: 500 }).toBe(people);
      await visit.close();
    });

    it('shows the same to whoever has the link, and nothing else', async () => {
      // What the tests above changed and did not save is kept; a link shows what was saved.
      const id = path.split('/').at(-1)!;
      await stage().owner.call('DELETE', `/api/analytics/workspaces/${id}/draft`);
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      const shown = await numbersOf(visit, 'Total');
      await page.getByRole('button', { name: 'Share' }).click();
      await page.getByRole('button', { name: 'Make a link' }).click();
      const link = new URL((await page.locator('pre').first().textContent())!);
      const guest = await stage().visit({ who: 'nobody' });
      await guest.open(link.pathname + link.hash);
      expect(await guest.page.locator('h1').textContent()).toBe('New workspace');
      expect(await numbersOf(guest, 'Total')).toEqual(shown);
      expect(await guest.page.getByRole('button', { name: /^(Add|Save|Share)$/ }).count()).toBe(0);
      await guest.open(path);
      expect(await guest.page.locator('h1').textContent()).toBe('Sign in');
      await page.getByRole('button', { name: /^Take back the link/ }).click();
      await page.getByRole('button', { name: /^Take back the link/ }).waitFor({ state: 'detached' });
      await guest.page.goto('/');
      await guest.open(link.pathname + link.hash);
      expect(await guest.page.locator('h1').textContent()).toBe('Nothing is shared here');
      await guest.close();
      await visit.close();
    });

    it('gives a file whose rows add up to the total of the table', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      const [, , orders] = await numbersOf(visit, 'Total');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: /^More for Channel/ }).click();
      await page.getByRole('menuitem', { name: 'Download CSV' }).click();
      const text = await readFile(await (await download).path(), 'utf8');
      const [head, ...rows] = text
        .trim()
        .split('\n')
        .map((line) => line.split(','));
      const at = head!.findIndex((name) => name.includes('orders'));
      const sum = rows.reduce((all, row) => all + Number(row[at]), 0);
      expect(whole.format(sum)).toBe(orders);
      await visit.close();
    });

    it('refuses to overwrite what somebody else saved meanwhile', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(path);
      const id = path.split('/').at(-1)!;
      const { owner } = stage();
      const kept = await owner.call<{ document: object }>('GET', `/api/definitions/workspace/${id}`);
      const theirs = { document: { ...kept.body.document, name: 'Theirs' } };
      await owner.call('POST', `/api/definitions/workspace/${id}/publish`, theirs, { 'if-match': '*' });
      await page.getByRole('button', { name: 'Add a panel' }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByText('Somebody else has saved this workspace').waitFor();
      await page.getByText('Unsaved').waitFor();
      const dialog = page.getByRole('dialog');
      await dialog.locator('ins', { hasText: 'Theirs' }).waitFor();
      expect((await owner.call('GET', `/api/definitions/workspace/${id}`)).body).toMatchObject(theirs);
      await dialog.getByRole('button', { name: 'Take theirs' }).click();
      await page.getByRole('heading', { level: 1, name: 'Theirs' }).waitFor();
      await expect.poll(() => page.getByText('Unsaved').count()).toBe(0);
      await visit.close(TOO_LATE);
    });
  });
}

/** The row of a table by what stands first in it. */
function rowOf({ page }: Visit, name: string) {
  return page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: false }) });
}

/** One number of a row. */
function numberOf(visit: Visit, row: string, column: number) {
  return rowOf(visit, row).getByRole('cell').nth(column).getByRole('button');
}

/** The four numbers of a row as they are written. */
function numbersOf(visit: Visit, row: string): Promise<string[]> {
  return rowOf(visit, row).first().getByRole('cell').getByRole('button').allTextContents();
}
