/** The sheets of the catalogue. */
export const SHEETS = ['products', 'stores'] as const;
export type Sheet = (typeof SHEETS)[number];

/** What the address of the catalogue says. */
export interface CatalogSearch {
  readonly sheet?: Sheet;
  readonly text?: string;
  /** A path such as `Women/Yoga`. */
  readonly category?: string;
  /** Also what is not sold any more. */
  readonly removed?: true;
}

const TEXT_MAX = 200;
const CATEGORY_MAX = 1_000;

/** Reads the address; what makes no sense is left out. */
export function readCatalogSearch(search: Record<string, unknown>): CatalogSearch {
  const words = (name: string, max: number): string =>
    typeof search[name] === 'string' ? search[name].slice(0, max) : '';
  const [text, category] = [words('text', TEXT_MAX), words('category', CATEGORY_MAX)];
  return {
    ...(search['sheet'] === 'stores' ? { sheet: 'stores' } : {}),
    ...(text === '' ? {} : { text }),
    ...(category === '' ? {} : { category }),
    ...(search['removed'] === true ? { removed: true } : {}),
  };
}
