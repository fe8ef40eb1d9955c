import type { Events } from '../rows/events.ts';
import type { Container } from './dimension.ts';
import type { Title } from './title.ts';

/** How a number is written. Amounts are in the currency of the workspace, shares from 0 to 1, durations in seconds. */
export const FORMATS = ['count', 'number', 'amount', 'share', 'duration'] as const;
export type Format = (typeof FORMATS)[number];

/** How rows become a number. The SQL may build on EVENT_COLUMNS (rows/columns.ts) and on what `events` hands out. */
export type Measure =
  /** How many events. */
  | { readonly kind: 'count' }
  /** How many different values; 0 and '' count like others, so leave them out by `where`. */
  | { readonly kind: 'distinct'; readonly of: string }
  /** An estimate of how many different values. */
  | { readonly kind: 'approximate'; readonly of: string }
  /**
   * A sum. Where events are taken apart into product lines, the value of an event is shared among its lines by their amounts,
   * so that the rows add up to the total, or each line says its own (`ofLine`), or what is summed up are ones that count each value of
   * `once` once under each value of the line. Where it is 0 in all rows that do not count, nobody needs to test them.
   */
  | {
      readonly kind: 'sum';
      readonly of: string;
      readonly ofLine?: string;
      readonly once?: string;
      readonly isZeroElsewhere?: true;
    };

/** A metric as a question uses it: what is measured, of which rows. */
export interface Measured {
  readonly measure: Measure;
  /** SQL that says whether a row counts; '1' for all. */
  readonly where: string;
}

/** Something that is counted or added up. A kind is an object in a file; kinds.ts lists them. */
export interface Metric {
  /** How queries and formulas name it. */
  readonly id: string;
  readonly title: Title;
  readonly format: Format;
  readonly container: Container;
  /** Less is better: shown the other way round in comparisons. */
  readonly isBetterLow?: true;
  /** It is of reports, such as those of advertising, and not of people: it has no touches and is never credited to any. */
  readonly isOfReports?: true;
  /** The names of the events of which it is made; undefined where any event counts. */
  readonly names?: readonly string[];
  measured(events: Events): Measured;
}

/** A metric that follows from others by a formula (metrics/formula). */
export interface CalculatedMetric {
  readonly id: string;
  readonly title: Title;
  readonly format: Format;
  readonly isBetterLow?: true;
  readonly formula: string;
}

/** Many metrics of one make, told apart by what stands after the colon: `events:Product Viewed`. */
export interface MetricFamily {
  readonly id: string;
  readonly title: Title;
  readonly argument: string;
  of(argument: string): Metric | undefined;
}
