import axeCore from 'axe-core';
import type { Visit } from './stage.ts';

export const SCHEMES = ['light', 'dark'] as const;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The narrowest screen that pages must fit on (WCAG 1.4.10). */
export const NARROW = 320;

/** What axe has against a page as it is shown now: the rule and where. */
export async function axe({ page }: Visit): Promise<string[]> {
  await stillness(page);
  // Past the policy of the page, which allows no scripts of others.
  if (!(await page.evaluate<boolean>("'axe' in globalThis"))) await page.evaluate(axeCore.source);
  return page.evaluate(async (tags) => {
    const run = (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run;
    const { violations } = await run({ runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
  }, TAGS);
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** Shows the page in another colour scheme, as when the reader's system changes it. */
export async function paint({ page }: Visit, scheme: (typeof SCHEMES)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor({ state: 'attached' });
}

/** Colours on their way are no colours yet. What turns for ever is not waited for. */
async function stillness(page: Visit['page']): Promise<void> {
  await page.evaluate<unknown>(`Promise.all(
    document.getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
      .map(({ finished }) => finished.catch(() => undefined)),
  ).then(() => undefined)`);
}

/** By how many pixels the page, or what is open above it, is wider than the window. */
export function overflow({ page }: Visit): Promise<number> {
  return page.evaluate<number>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const above = [...document.querySelectorAll('[role=dialog], [role=menu], [role=listbox]')]
      .map((each) => each.getBoundingClientRect())
      .filter(({ width, height }) => width * height > 0)
      .flatMap(({ left, right }) => [-left, right - clientWidth]);
    return Math.round(Math.max(0, scrollWidth - clientWidth, ...above));
  })()`);
}

/** What the focused element is called. */
export function focused({ page }: Visit): Promise<string> {
  return page.evaluate<string>(
    `(() => {
      const it = document.activeElement;
      return it?.getAttribute('aria-label') ?? it?.labels?.[0]?.textContent ?? it?.textContent ?? '';
    })()`,
  );
}
