/** What the state of an audience can be filtered by; `current` is everything but what is archived. */
export const STATE_FILTERS = ['current', 'live', 'filling', 'draft', 'paused', 'archived'] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];
/** How an audience can say who. */
export const KINDS = ['condition', 'set', 'list', 'ranking', 'part'] as const;
export type KindFilter = (typeof KINDS)[number];
/** What a list of audiences can be sorted by. */
export const SORTS = ['name', 'size', 'change', 'today', 'usedIn', 'cost'] as const;
export type SortColumn = (typeof SORTS)[number];

/** What the address of the list says. Names of audiences are no personal data. */
export interface AudiencesSearch {
  readonly text?: string;
  readonly state?: StateFilter;
  readonly kind?: KindFilter;
  /** A column, with a minus when the most comes first; by name unless said. */
  readonly sort?: SortColumn | `-${SortColumn}`;
}

const TEXT_MAX = 200;

/** Reads the address of the list; what makes no sense is left out. */
export function readAudiencesSearch(search: Record<string, unknown>): AudiencesSearch {
  const text = typeof search['text'] === 'string' ? search['text'].slice(0, TEXT_MAX) : '';
  const state = STATE_FILTERS.find((each) => each === search['state']);
  const kind = KINDS.find((each) => each === search['kind']);
  const sort = SORTS.flatMap((each) => [each, `-${each}`] as const).find((each) => each === search['sort']);
  return {
    ...(text === '' ? {} : { text }),
    ...(state && state !== 'current' ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(sort && sort !== 'name' ? { sort } : {}),
  };
}

/** The sheets of one audience. */
export const TABS = ['overview', 'members', 'versions'] as const;
export type AudienceTab = (typeof TABS)[number];
/** How many days back a page of an audience can look. */
export const DAYS = [30, 90, 365] as const;

/** What the address of one audience says. */
export interface AudienceSearch {
  readonly tab?: AudienceTab;
  readonly days?: (typeof DAYS)[number];
  /** One or two others that it is compared with. */
  readonly with?: readonly string[];
}

const OTHERS_MAX = 2;

/** Reads the address of one audience; what makes no sense is left out. */
export function readAudienceSearch(search: Record<string, unknown>): AudienceSearch {
  const tab = TABS.find((each) => each === search['tab']);
  const days = DAYS.find((each) => each === Number(search['days']));
  const others = Array.isArray(search['with'])
    ? search['with'].filter((each) => typeof each === 'string').slice(0, OTHERS_MAX)
    : [];
  return {
    ...(tab && tab !== 'overview' ? { tab } : {}),
    ...(days && days !== DAYS[0] ? { days } : {}),
    ...(others.length > 0 ? { with: others } : {}),
  };
}
