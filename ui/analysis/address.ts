import type { Compare, Range } from './api-types.ts';

/** What the address of a workspace says: another range and comparison than the saved ones, and the chosen part. */
export interface AnalysisSearch {
  readonly range?: Range;
  readonly compare?: Compare | 'none';
  /** `panel/part` */
  readonly part?: string;
}

/** Reads the address; what makes no sense is left out. The server judges the rest. */
export function readAnalysisSearch(search: Record<string, unknown>): AnalysisSearch {
  const { range, compare, part } = search;
  return {
    ...(isRange(range) ? { range } : {}),
    ...(compare === 'previous' || compare === 'year-before' || compare === 'none' || isRange(compare)
      ? { compare: compare as Compare }
      : {}),
    ...(typeof part === 'string' && /^[A-Za-z0-9_.:-]{1,64}\/[A-Za-z0-9_.:-]{1,64}$/.test(part)
      ? { part }
      : {}),
  };
}

function isRange(value: unknown): value is Range {
  if (typeof value !== 'object' || value === null) return false;
  return 'last' in value || 'calendar' in value || 'from' in value;
}
