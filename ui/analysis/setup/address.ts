/** What the address of a page of set-up holds. */
export interface SetupSearch {
  /** The definition that is worked on; without it a new one. */
  readonly id?: string;
}

const ID = /^[A-Za-z0-9_.:-]{1,128}$/;

/** Reads it; what makes no sense is left out. */
export function readSetupSearch(search: Record<string, unknown>): SetupSearch {
  const { id } = search;
  return typeof id === 'string' && ID.test(id) ? { id } : {};
}
