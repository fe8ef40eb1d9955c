import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

const RANGE = { last: '120d' };
const SHOWN_MS_MAX = 60_000;
const TEST_MS_MAX = 180_000;

interface Answered {
  readonly answer: { readonly rows: readonly { readonly path: readonly string[] }[] };
}

/** Products and stores are called by their names wherever analysis speaks of them. */
export function nameTests(stage: () => Stage): void {
  describe('the names of the catalogue', () => {
    it(
      'stand in tables, ways and filters, the id in the tooltip and in the filter',
      async () => {
        const { owner } = stage();
        const table = { levels: [{ dimension: 'product', limit: 5 }], columns: [{ metric: 'people' }] };
        const { body } = await owner.call<Answered>('POST', '/api/analytics/table', {
          range: RANGE,
          ...table,
        });
        const id = body.answer.rows.map(({ path }) => path[0]!).find((value) => value !== '')!;
        const { name } = (await owner.call<{ name: string }>('GET', `/api/catalog/products/${id}`)).body;
        expect(name).not.toBe(id);
        const parts = Object.entries({ table, flow: { dimension: 'product', value: id } }).map(
          ([question, query]) => ({
            id: question,
            title: `Test of ${question}`,
            question,
            view: question,
            query,
          }),
        );
        const document = { name: 'Names', range: RANGE, panels: [{ id: 'one', title: 'One', parts }] };
        const put = await owner.call(
          'POST',
          '/api/definitions/workspace/names/publish',
          { document },
          { 'if-match': '*' },
        );
        expect(put.status).toBe(200);
        const visit = await stage().visit();
        const { page } = visit;
        await visit.open('/analysis/names');
        const row = page
          .getByRole('region', { name: 'Test of table' })
          .getByRole('row')
          .filter({ has: page.getByTitle(`${name} (${id})`) });
        await row.getByText(name).first().waitFor({ timeout: SHOWN_MS_MAX });
        const flow = page.getByRole('region', { name: 'Test of flow' });
        await flow.scrollIntoViewIfNeeded();
        await flow.getByTitle(`${name} (${id})`).first().waitFor({ timeout: SHOWN_MS_MAX });
        const caption = flow.locator('p').last();
        await expect.poll(() => caption.textContent(), { timeout: SHOWN_MS_MAX }).toContain(`from ${name}`);
        const download = page.waitForEvent('download');
        await flow.getByRole('button', { name: /^More for/ }).click();
        await page.getByRole('menuitem', { name: 'Download CSV' }).click();
        const file = await readFile(await (await download).path(), 'utf8');
        expect(file).toMatch(/^step,from,from_name,to,to_name,paths,people\r\n/);
        expect(file).toContain(`\r\n0,${id},${name},`);
        // What has a name is found by it, where values are picked.
        await flow.getByRole('button', { name: /^Value/ }).click();
        await page.getByRole('textbox', { name: 'Find a value' }).fill(name.toUpperCase());
        await page.getByRole('option', { name: `${name} (${id})` }).waitFor({ timeout: SHOWN_MS_MAX });
        await page.keyboard.press('Escape');
        await row.getByRole('cell').first().getByRole('button').click();
        const asked = page.waitForRequest(
          (request) => request.url().endsWith('/api/analytics/table') && request.method() === 'POST',
        );
        await page.getByRole('menuitem', { name: 'Keep only this', exact: true }).click();
        expect((await asked).postDataJSON()).toMatchObject({
          filters: [{ dimension: 'product', text: { is: id } }],
        });
        await page.getByRole('button', { name: `Take away here: Product is ${name}` }).waitFor();
        expect(visit.faults).toEqual([]);
        await visit.close();
        await owner.call('DELETE', '/api/analytics/workspaces/names/draft');
      },
      TEST_MS_MAX,
    );
  });
}
