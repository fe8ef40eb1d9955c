import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ProfileView } from '../../src/profile/index.ts';
import { createTexts } from '../../ui/language/dictionaries.ts';
import { focused } from './checks.ts';
import { putDiagrams } from './diagrams.ts';
import { OWNER, type Stage, type Visit } from './stage.ts';

const STOPS_MAX = 120;
const TEST_MS_MAX = 180_000;
const WAIT = { timeout: 30_000 };

/** Main tasks by the keyboard alone: the mouse is never used, and where one is can be seen. */
export function keyboardTests(stage: () => Stage): void {
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
      await visit.open(await sarah(stage()));
      await tabTo(visit, /^Add a note$/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA');
      for (let i = 0; i < 6; i++) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate("document.activeElement?.closest('[role=dialog]') !== null")).toBe(true);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => focused(visit)).toBe('Add a note');
      await visit.close();
    });

    it('opens a menu at its first thing, goes through it by arrows, and comes back by Escape', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/audiences');
      await tabTo(visit, /^New audience$/);
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(visit)).toBe('By a condition');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focused(visit)).toBe('From other audiences');
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(visit)).toBe('New audience');
      await visit.close();
    });

    it('opens a setting of a diagram at its value of now, a small sheet at its search, and comes back from both', async () => {
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open(await putDiagrams(stage().owner));
      for (const [button, opened] of [
        [page.getByRole('button', { name: /^Whole way/ }), '7 days'],
        [page.getByRole('button', { name: 'Add a step after step 1' }), 'Find an event'],
      ] as const) {
        await button.focus();
        const name = await focused(visit);
        // What it opens is loaded the first time, and there the second.
        for (let times = 0; times < 2; times++) {
          await page.keyboard.press('Enter');
          await expect.poll(() => focused(visit)).toBe(opened);
          await page.keyboard.press('Escape');
          await expect.poll(() => focused(visit)).toBe(name);
        }
      }
      await visit.close();
    });

    it('signs in', async () => {
      const visit = await stage().visit({ who: 'nobody' });
      const { page } = visit;
      await visit.open('/audiences');
      await tabTo(visit, /^E-mail/);
      await page.keyboard.type(OWNER.email);
      await page.keyboard.press('Tab');
      await page.keyboard.type(OWNER.password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Audiences', level: 1 }).waitFor();
      await visit.close();
    });

    it('finds an audience, changes who is in it, and publishes it', async () => {
      const { owner } = stage();
      const document = { name: 'By hand', condition: { did: { event: 'Order Completed' } } };
      await owner.call('PUT', '/api/audiences/by-hand', document);
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/');
      await find(page, 'by hand', 'By hand');
      await page.getByRole('heading', { name: 'By hand', level: 1 }).waitFor();
      await tabTo(visit, /^Edit$/);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/audiences/by-hand/edit');
      await page.getByRole('button', { name: 'Add a condition' }).first().waitFor();
      await tabTo(visit, /^Add a condition/);
      await page.keyboard.press('Enter');
      await page.getByRole('textbox', { name: 'Search' }).waitFor();
      await page.keyboard.type('product views');
      await page.locator('[data-combobox-selected]').filter({ hasText: 'product views' }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(visit)).toBe('Move or change: viewed a product');
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(visit)).toMatch(/^Move (up|down|to …)$/);
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(visit)).toBe('Move or change: viewed a product');
      await tabTo(visit, /^Publish$/, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByText('Nothing is wrong with it.').waitFor(WAIT);
      await tabTo(visit, /^Publish$/);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/audiences/by-hand');
      const { body } = await owner.call<{ document: { condition: object } }>(
        'GET',
        '/api/definitions/audience/by-hand',
      );
      expect(body.document.condition).toEqual({
        all: [{ did: { event: 'Order Completed' } }, { did: { event: 'Product Viewed' } }],
      });
      await visit.close();
    });

    it('adds a panel with a table to a workspace, and saves it', async () => {
      const { owner } = stage();
      const visit = await stage().visit();
      const { page } = visit;
      await visit.open('/analysis');
      await tabTo(visit, /^New workspace$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/analysis\/.+/);
      await tabTo(visit, /^Add a panel$/);
      await page.keyboard.press('Enter');
      await page.getByRole('article').nth(1).waitFor();
      await tabTo(visit, /^Add$/, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Table' }).waitFor();
      await expect.poll(() => page.evaluate("document.activeElement?.getAttribute('role')")).toBe('menuitem');
      while ((await focused(visit)) !== 'Table') await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('rowheader', { name: 'Total' }).waitFor(WAIT);
      await tabTo(visit, /^Save$/, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByText('Unsaved').waitFor({ state: 'detached' });
      const id = new URL(page.url()).pathname.split('/').at(-1)!;
      const { body } = await owner.call<{ document: { panels: { parts: { view: string }[] }[] } }>(
        'GET',
        `/api/definitions/workspace/${id}`,
      );
      expect(body.document.panels.map(({ parts }) => parts.map(({ view }) => view))).toEqual([[], ['table']]);
      await visit.close();
    });

    it('finds every page of the settings and of what analysts set up by Ctrl K', async () => {
      const texts = createTexts();
      await texts.need('analysis', 'settings');
      const { settings, setup } = await texts.load('en');
      const pages = [
        ...Object.entries(settings.section).map(([id, title]) => [`/settings/${id}`, title] as const),
        ...Object.entries(setup.sections).map(([id, title]) => [`/analysis/${id}`, title] as const),
      ];
      expect(pages.length).toBeGreaterThan(12);
      const visit = await stage().visit();
      await visit.open('/people');
      for (const [path, title] of pages) {
        await find(visit.page, title.toLowerCase(), title);
        await visit.page.waitForURL(`**${path}`);
      }
      await visit.close();
    });

    it(
      'shows where it is, at every stop of every page that is worked on',
      async () => {
        const visit = await stage().visit({ isLook: true });
        const { page } = visit;
        const pages = ['/', '/people', await sarah(stage()), '/audiences', '/audiences/customers'];
        pages.push('/audiences/big-spenders/edit', '/analysis/retention', '/analysis/metrics', '/catalog');
        pages.push('/settings/sources', '/settings/labels', '/settings/quarantine');
        for (const path of pages) {
          await visit.open(path);
          const unseen: string[] = [];
          for (let i = 0; i < STOPS_MAX; i++) {
            await page.keyboard.press('Tab');
            const stop = await page.evaluate<{ isSeen: boolean; html: string } | null>(STOP);
            if (!stop) break;
            if (!stop.isSeen) unseen.push(stop.html);
          }
          expect([...new Set(unseen)], path).toEqual([]);
        }
        await visit.close();
      },
      TEST_MS_MAX,
    );
  });
}

/** Whether the focused element, its label or what is drawn for it has an outline, a shadow or a frame of the colour of focus. */
const STOP = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const around = [it, it.parentElement, it.nextElementSibling, it.closest('label')].filter(Boolean);
  const isSeen = around.some((each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    if (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) return true;
    return boxShadow !== 'none' && each === it;
  });
  if (isSeen) return { isSeen, html: '' };
  // Fields change the colour of their frame.
  const frame = () => around.map((each) => getComputedStyle(each).borderTopColor + getComputedStyle(each).backgroundColor).join();
  const withFocus = frame();
  it.blur();
  const without = frame();
  it.focus({ focusVisible: true, preventScroll: true });
  return { isSeen: withFocus !== without, html: it.outerHTML.slice(0, 160) };
})()`;

async function sarah({ owner }: Stage): Promise<string> {
  const order = { identity: 'email:sarah.keller@example.com' };
  return `/people/${(await owner.call<ProfileView>('POST', '/api/people/find', order)).body.id}`;
}

/** Goes on by Tab until something of this name has the focus. */
async function tabTo(visit: Visit, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let i = 0; i < STOPS_MAX; i++) {
    await visit.page.keyboard.press(key);
    if (name.test(await focused(visit))) return;
  }
  throw new Error(`no way by ${key} to ${name}`);
}

/** Asks for something by Ctrl K and goes there. */
async function find(page: Page, typed: string, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input').waitFor();
  // What is typed before the field has the focus is lost.
  await expect.poll(() => page.evaluate("document.activeElement?.matches('[role=dialog] input')")).toBe(true);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(typed);
  await dialog.getByText(title, { exact: true }).first().waitFor();
  // Hits of other kinds may still come and go, and the choice with them.
  await expect
    .poll(async () => {
      await page.keyboard.press('ArrowDown');
      return dialog.locator('[data-selected]').allTextContents();
    }, WAIT)
    .toEqual([expect.stringContaining(title)]);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}
