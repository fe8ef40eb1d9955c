import { DAY_MS, midnight } from './time.ts';

/** What a demo retailer is made from. The same options give the same bytes. */
export interface DemoOptions {
  readonly seed: number;
  /** People who are or become known; the anonymous visitors come on top. */
  readonly people: number;
  /** Days of full behaviour before `now`. */
  readonly days: number;
  /** The moment at which history ends and the answer sheet is taken; ms since the epoch. */
  readonly now: number;
  /** Days before those of which only orders are known, as a shop's order system would remember them. */
  readonly historyDays: number;
  /** Days that the stream goes on after `now`; what a live demo plays in real time. */
  readonly aheadDays: number;
  /** Sarah of the acceptance story (sarah.ts) is one of the customers, beside `people`. */
  readonly withSarah: boolean;
}

const PEOPLE_MAX = 1_000_000;
const DAYS_MAX = 730;

/** The usual demo, but for the moment. */
export const DEFAULT_DEMO = {
  seed: 1,
  people: 6_000,
  days: 90,
  historyDays: 365,
  aheadDays: 0,
  withSarah: true,
} as const;

/** Completes options; throws a RangeError when one is out of bounds. */
export function demoOptions(given: Partial<DemoOptions> & { readonly now: number }): DemoOptions {
  const options = { ...DEFAULT_DEMO, ...given };
  check('people', options.people, 0, PEOPLE_MAX);
  check('days', options.days, 1, DAYS_MAX);
  check('historyDays', options.historyDays, 0, 10 * DAYS_MAX);
  check('aheadDays', options.aheadDays, 0, DAYS_MAX);
  check('seed', options.seed, 0, 2 ** 32 - 1);
  return options;
}

/** The midnight at which full behaviour begins. */
export function startOf(options: DemoOptions): number {
  return midnight(options.now) - options.days * DAY_MS;
}

function check(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw new RangeError(`${name} must be a whole number from ${least} to ${most}, not ${value}`);
}
