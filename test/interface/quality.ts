import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTexts } from '../../ui/language/dictionaries.ts';
import { axe, NARROW, overflow, paint, SCHEMES } from './checks.ts';
import { PAGES } from './pages.ts';
import { PICTURES, type Stage, type Visit } from './stage.ts';
import { WALKS } from './states.ts';

const WIDTHS = [1440, 1024, 390] as const;
const HEIGHT = 900;
/** Pages that README.md shows; `RAPPORT_TEST_SCREENSHOTS=1` pictures them anew. */
const SHOWN = ['home', 'person', 'audience', 'workspace', 'settings-sources'];
const SHOWN_SIZE = { width: 1280, height: 800 };
const SCREENSHOTS = fileURLToPath(new URL('../../docs/screenshots', import.meta.url));
/**
 * What the page, its scripts and its styles may weigh in gzip, when nothing is in the cache: everything that was asked for
 * before the page was there to be used, charts among it. Where there are several kinds of them they have a little more.
 */
const CODE_BYTES_MAX = 250_000;
/** What the diagrams of a workspace may weigh on top. */
const DIAGRAM_BYTES_MAX = 10_000;
/** Two dozen looks of axe at a page. */
const WALK_MS_MAX = 240_000;

/** What holds for every page: axe, narrow screens, weight, nobody else is asked; with pictures to look at. */
export function qualityTests(stage: () => Stage): void {
  describe('every page', () => {
    it.each(PAGES)(
      '$name has no fault that axe finds in light and dark, fits every width, and loads little the first time',
      async (asked) => {
        mkdirSync(PICTURES, { recursive: true });
        const visit = await stage().visit({ who: asked.who ?? 'admin', isFirst: true, isLook: true });
        const files = new Set<string>();
        visit.page.on('request', (request) => {
          if (['script', 'stylesheet', 'document'].includes(request.resourceType())) files.add(request.url());
        });
        await visit.open(await asked.path(stage()));
        // What is asked for from here on is not part of the first load.
        const most = CODE_BYTES_MAX + (asked.hasDiagrams ? DIAGRAM_BYTES_MAX : 0);
        if (!asked.showsEverything) expect(await weightOf([...files])).toBeLessThan(most);
        await drawAll(visit);
        for (const scheme of SCHEMES) {
          await paint(visit, scheme);
          expect(await axe(visit), scheme).toEqual([]);
          for (const width of WIDTHS) {
            await resize(visit, width);
            await visit.page.screenshot({ path: join(PICTURES, `${asked.name}-${width}-${scheme}.png`) });
            expect(await overflow(visit), `${width} px`).toBe(0);
          }
          await resize(visit, NARROW);
          expect(await overflow(visit), `${NARROW} px`).toBe(0);
          await resize(visit, WIDTHS[0]);
        }
        if (process.env['RAPPORT_TEST_SCREENSHOTS'] && SHOWN.includes(asked.name)) {
          await paint(visit, 'light');
          await visit.page.setViewportSize(SHOWN_SIZE);
          if (asked.name === 'home') await happen(stage(), visit);
          await visit.page.screenshot({ path: join(SCREENSHOTS, `${asked.name}.png`) });
        }
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      WALK_MS_MAX,
    );

    it.each(WALKS)(
      '$name has no fault that axe finds in what it opens, in light and dark, and opens nothing wider than the screen',
      async ({ path, who = 'admin', width = WIDTHS[0], states }) => {
        mkdirSync(PICTURES, { recursive: true });
        const visit = await stage().visit({ who, width, isLook: true });
        await visit.open(await path(stage()));
        for (const state of states) {
          await state.open(visit.page, stage());
          for (const scheme of SCHEMES) {
            await paint(visit, scheme);
            expect(await axe(visit), `${state.name} in ${scheme}`).toEqual([]);
            await visit.page.screenshot({ path: join(PICTURES, `${state.name}-${width}-${scheme}.png`) });
          }
          await paint(visit, 'light');
          await resize(visit, NARROW);
          // What is open takes its new place a moment later.
          await expect.poll(() => overflow(visit), { message: `${state.name} at ${NARROW} px` }).toBe(0);
          await resize(visit, width);
          if (state.close) await state.close(visit.page);
          else await visit.page.keyboard.press('Escape');
          // What opens next must not be mistaken for what closes.
          for (const open of ['dialog', 'menu'])
            await expect
              .poll(() => visit.page.locator(`[role=${open}]:visible`).count(), { message: state.name })
              .toBe(0);
        }
        expect(visit.faults).toEqual([]);
        await visit.close();
      },
      WALK_MS_MAX,
    );

    it('is looked at by these checks, and by a test that acts on it', async () => {
      const router = await routerOfPages();
      const routeOf = (path: string): string =>
        router.matchRoutes(path.split(/[?#]/)[0]!, {}).at(-1)?.routeId.replace(/\/$/, '') ?? '';
      // The settings are their sections; the address without one leads to the first.
      const all = Object.keys(router.routesById)
        .map((id) => id.replace(/\/$/, ''))
        .filter((id) => id !== '__root__' && id !== '/settings');
      const looked = new Set(await Promise.all(PAGES.map(async ({ path }) => routeOf(await path(stage())))));
      const used = new Set([...stage().used].map(routeOf));
      expect(all.length).toBeGreaterThan(20);
      expect(all.filter((id) => !looked.has(id))).toEqual([]);
      expect(all.filter((id) => !used.has(id))).toEqual([]);
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

interface PageRouter {
  readonly routesById: Readonly<Record<string, object>>;
  matchRoutes(path: string, search: object): readonly { readonly routeId: string }[];
}

/** The router of the interface itself; its pages are not loaded for that. */
async function routerOfPages(): Promise<PageRouter> {
  // A name that the compiler does not follow: pages are checked with the settings of the interface.
  const file = '../../ui/router.tsx' as string;
  const pages: { createAppRouter(queries: object, texts: object): PageRouter } = await import(file);
  return pages.createAppRouter({}, createTexts());
}

const resize = ({ page }: Visit, width: number): Promise<void> =>
  page.setViewportSize({ width, height: HEIGHT });

/** Parts of a workspace are drawn as they come near; to be looked at they are drawn all, as for paper. */
async function drawAll(visit: Visit): Promise<void> {
  await visit.page.evaluate(`new Promise((drawn) => {
    window.dispatchEvent(new Event('beforeprint'));
    requestAnimationFrame(() => requestAnimationFrame(drawn));
  })`);
  await visit.shaped();
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

/** What files of the server weigh in gzip. The browser of the test is served brotli, which is smaller, so they are asked for again. */
async function weightOf(urls: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    urls.map(async (url) => {
      const answer = await fetch(url, { headers: { accept: 'text/html, */*', 'accept-encoding': 'gzip' } });
      await answer.arrayBuffer();
      expect([url, answer.status, answer.headers.get('content-encoding')]).toEqual([url, 200, 'gzip']);
      return Number(answer.headers.get('content-length'));
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
