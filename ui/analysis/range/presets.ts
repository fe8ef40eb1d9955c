import type { Range } from '../api-types.ts';

/** The stretches of time that are asked for most. */
export const PRESETS: readonly Range[] = [
  { calendar: 'day' },
  { calendar: 'day', back: 1 },
  { last: '7d' },
  { last: '28d' },
  { last: '30d' },
  { last: '90d' },
  { last: '12mo' },
  { calendar: 'week' },
  { calendar: 'week', back: 1 },
  { calendar: 'month' },
  { calendar: 'month', back: 1 },
  { calendar: 'quarter' },
  { calendar: 'year' },
];
