import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axeCore from 'axe-core';
import { describe, expect, it } from 'vitest';
import { PAGES } from './pages.ts';
import { PICTURES, type Stage, type Visit } from './stage.ts';

const WIDTHS = [1440, 1024, 390] as const;
const NARROW = 320;
/** Pages that README.md shows; `RAPPORT_TEST_SCREENSHOTS=1` pictures them anew. */
const SHOWN = ['home', 'person', 'audience', 'workspace', 'settings-sources'];
const SHOWN_SIZE = { width: 1280, height: 800 };
const SCREENSHOTS = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
/**
 * What the page, its scripts and its styles may weigh in gzip, when nothing is in the cache: everything that was asked for
 * before the page was there to be used, its charts among it.
 */
const CODE_BYTES_MAX = 250_000;

/** What holds for every page: axe, narrow screens, weight, nobody else is asked; with pictures to look at. */
export function qualityTests(stage: () => Stage): void {
  describe.each(PAGES)('the page $name', ({ name, path, isSignedIn = true, showsEverything = false }) => {
    it.each(['light', 'dark'] as const)(
      'has no fault that axe finds in %s, and fits every width',
      async (scheme) => {
        mkdirSync(PICTURES, { recursive: true });
        const visit = await stage().visit({ scheme, isSignedIn });
        await visit.open(await path(stage()));
        expect(await axe(visit)).toEqual([]);
        for (const width of WIDTHS) {
          await visit.page.setViewportSize({ width, height: 900 });
          await visit.page.screenshot({ path: join(PICTURES, `${name}-${width}-${scheme}.png`) });
          expect(await overflow(visit)).toBe(0);
        }
        await visit.page.setViewportSize({ width: NARROW, height: 900 });
        expect(await overflow(visit)).toBe(0);
        if (process.env['RAPPORT_TEST_SCREENSHOTS'] && SHOWN.includes(name) && scheme === 'light') {
          await visit.page.setViewportSize(SHOWN_SIZE);
          if (name === 'home') await happen(stage(), visit);
          await visit.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
        }
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
    );

    it.skipIf(showsEverything)('loads little the first time', async () => {
      const visit = await stage().visit({ isSignedIn });
      const asked = new Set<string>();
      visit.page.on('request', (request) => {
        if (['script', 'stylesheet', 'document'].includes(request.resourceType())) asked.add(request.url());
      });
      await visit.open(await path(stage()));
      // The browser of the test is served brotli, which is smaller: what gzip makes of the same files is asked for.
      const sizes = await Promise.all([...asked].map(gzipBytes));
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(CODE_BYTES_MAX);
      await visit.close();
    });
  });

  describe('the keyboard', () => {
    it('reaches the content first by a link, then the pages in their order', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/');
      await page.keyboard.press('Tab');
      expect(await focused(visit)).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement?.id')).toBe('main');
      await page.getByRole('link', { name: 'Home' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/(people|audiences)/);
      await visit.close();
    });

    it('opens a dialog, stays in it, closes it by Escape, and comes back to where it was', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(await PAGES.find(({ name }) => name === 'person')!.path(stage()));
      const button = page.getByRole('button', { name: 'Add a note' });
      await button.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => focused(visit)).toBe('Add a note');
      await visit.close();
    });
  });

  describe('the languages', () => {
    it.each([
      ['de-DE', 'de', 'Start'],
      ['fr-FR', 'fr', 'Accueil'],
      ['es-ES', 'es', 'Inicio'],
      ['zh-CN', 'zh', '首页'],
    ])('%s shows the pages in its own words', async (locale, lang, home) => {
      const visit = await stage().visit({ locale });
      await visit.open('/');
      expect(await visit.page.locator('h1').textContent()).toBe(home);
      expect(await visit.page.evaluate('document.documentElement.lang')).toBe(lang);
      await visit.page.screenshot({ path: join(PICTURES, `home-1440-${lang}.png`) });
      expect(await overflow(visit)).toBe(0);
      await visit.close();
    });
  });
}

/** Lets a few things happen, so that the picture of the start page shows them. */
async function happen({ shop }: Stage, { page }: Visit): Promise<void> {
  const names = [
    'Product Viewed',
    'Product Added',
    'Checkout Started',
    'Order Completed',
    'Products Searched',
  ];
  for (let i = 0; i < 12; i++)
    await shop.send([{ name: names[i % names.length]!, identities: { anonymous: `visitor-${i % 4}` } }]);
  await page.getByRole('log').getByRole('link').nth(9).waitFor();
}

/** What a file of the server weighs in gzip. */
async function gzipBytes(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { accept: 'text/html, */*', 'accept-encoding': 'gzip' } });
  await answer.arrayBuffer();
  expect([url, answer.status, answer.headers.get('content-encoding')]).toEqual([url, 200, 'gzip']);
  return Number(answer.headers.get('content-length'));
}

/** What axe has against a page: the rule and where. */
async function axe({ page }: Visit): Promise<string[]> {
  // Past the policy of the page, which allows no scripts of others.
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const run = (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run;
    const { violations } = await run({ runOnly: tags });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  });
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** By how many pixels the page is wider than the window. */
function overflow({ page }: Visit): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );
}

/** What the focused element is called. */
function focused({ page }: Visit): Promise<string | null | undefined> {
  return page.evaluate<string | null | undefined>('document.activeElement?.textContent');
}
