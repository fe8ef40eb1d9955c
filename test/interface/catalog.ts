import { describe, expect, it } from 'vitest';
import type { Stage } from './stage.ts';

interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: number;
  readonly stock?: number;
  readonly stores: readonly object[];
}

/** The catalogue, and the search over everything. */
export function catalogTests(stage: () => Stage): void {
  const first = async (query: string): Promise<readonly Product[]> =>
    (await stage().owner.call<{ products: readonly Product[] }>('GET', `/api/catalog/products?${query}`)).body
      .products;

  describe('the catalogue', () => {
    it('shows the products that the API finds for the words and the category of the address', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/catalog');
      await page.getByRole('textbox', { name: 'Name, brand, category or number' }).fill('mat');
      await page.waitForURL(/text=mat/);
      const expected = (await first('text=mat&limit=50')).map(({ name }) => name);
      const names = page.locator('tbody tr td:first-child a');
      await expect.poll(() => names.allTextContents(), { timeout: 20_000 }).toEqual(expected);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('shows a product with its picture, its price over time and what lies in each store', async () => {
      const [product] = await first('limit=1');
      const { body } = await stage().owner.call<Product>('GET', `/api/catalog/products/${product!.id}`);
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(`/catalog/${product!.id}`);
      await page.getByRole('heading', { name: body.name, level: 1 }).waitFor();
      await page.getByRole('img', { name: /^Price over time/ }).waitFor();
      const stores = page.getByRole('region', { name: 'Where it lies' });
      expect(await stores.locator('tbody tr').count()).toBe(body.stores.length);
      const width = await page
        .locator('main img')
        .first()
        .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
      expect(width).toBeGreaterThan(0);
      expect(visit.faults).toEqual([]);
      await visit.close();
    });

    it('lists the stores', async () => {
      const { body } = await stage().owner.call<{ stores: object[] }>(
        'GET',
        '/api/catalog/stores?limit=1000',
      );
      const visit = await stage().visit();
      await visit.open('/catalog?sheet=stores');
      await expect.poll(() => visit.page.locator('tbody tr').count()).toBe(body.stores.length);
      await visit.close();
    });
  });

  describe('the search over everything', () => {
    it('finds audiences and products by their names, and leads there by the keyboard', async () => {
      const [product] = await first('limit=1');
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/');
      await page.keyboard.press('Control+k');
      const dialog = page.getByRole('dialog');
      await dialog.locator('input').waitFor();
      await page.keyboard.type(product!.name);
      await dialog.getByText(product!.name, { exact: true }).first().waitFor();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('big spend');
      await dialog.getByText('Big spenders', { exact: true }).waitFor();
      // Hits of other kinds may still come and go, and the choice with them.
      await expect
        .poll(async () => {
          await page.keyboard.press('ArrowDown');
          return dialog.locator('[data-selected]').allTextContents();
        })
        .toEqual([expect.stringContaining('Big spenders')]);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Big spenders', level: 1 }).waitFor();
      await visit.close();
    });
  });
}
