import { readFilter } from '../settings/use-filter.ts';

/** How many days back the headline figures look. */
export const HOME_DAYS = [1, 7, 28, 90] as const;

/** What the address of the home page says. */
export interface HomeSearch {
  readonly days?: (typeof HOME_DAYS)[number];
  /** What of the live events is shown. */
  readonly filter?: string;
}

const readLiveFilter = readFilter(['filter']);

/** Reads the address; what makes no sense is left out. */
export function readHomeSearch(search: Record<string, unknown>): HomeSearch {
  const days = HOME_DAYS.find((each) => each === Number(search['days']));
  return { ...(days === undefined ? {} : { days }), ...readLiveFilter(search) };
}
