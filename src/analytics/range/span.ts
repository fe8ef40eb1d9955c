/** A stretch of time: `from <= time < to`, ms. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Steps of time. */
export const TIME_UNITS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];
