/** The filters of a timeline. */
export const TIMELINE_FILTERS = ['all', 'orders', 'messages', 'web', 'store', 'service'] as const;
export type TimelineFilter = (typeof TIMELINE_FILTERS)[number];

/** What the address of a person's page says. */
export interface PersonSearch {
  readonly show?: TimelineFilter;
  /** The moment of the time machine, ms; now when absent. */
  readonly at?: number;
}

/** Reads the address; what makes no sense is left out. */
export function readPersonSearch(search: Record<string, unknown>): PersonSearch {
  const show = TIMELINE_FILTERS.find((each) => each === search['show']);
  const at = Number(search['at']);
  return {
    ...(show && show !== 'all' ? { show } : {}),
    ...(Number.isSafeInteger(at) && at > 0 ? { at } : {}),
  };
}
