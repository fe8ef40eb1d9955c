import type { Condition, SequenceCondition } from '../../core/condition/index.ts';
import type { Frame } from '../frame.ts';
import { spanOf } from '../range/range.ts';
import type { Range } from '../range/schema.ts';
import type { Scope } from '../scope.ts';
import { resolveSegment } from '../segment/resolve.ts';

/** Calendar windows of conditions reach back so far. */
const BACK_MAX = 60;

/** What the segments of a question say of people; or why conditions have no words for what the question is about. */
export function scopeCondition(
  { segments = [], filters = [] }: Pick<Scope, 'segments' | 'filters'>,
  frame: Frame,
): { readonly conditions: Condition[] } | { readonly cannot: string } {
  if (filters.length > 0) return { cannot: 'a filter leaves out events by a dimension' };
  const resolved = segments.map((segment) => resolveSegment(segment, frame));
  if (resolved.some(({ level }) => level !== 'person'))
    return { cannot: 'a segment is of sessions or of events' };
  return { conditions: resolved.map(({ condition }) => condition) };
}

/** The range of a question as a window of conditions. What rolls in the question rolls there. */
export function windowOf(range: Range, frame: Frame): NonNullable<SequenceCondition['in']> {
  if ('last' in range) return { last: range.last };
  if ('calendar' in range) {
    const { calendar, back = 0, count = 1 } = range;
    // Weeks of conditions begin on Monday.
    if (count === 1 && back <= BACK_MAX && (calendar !== 'week' || frame.weekStart === 1))
      return { calendar, back, timeZone: frame.zone };
  }
  const { from, to } = spanOf(range, frame);
  const iso = (ms: number): string => new Date(ms).toISOString();
  const isOpen = 'from' in range && range.to === undefined;
  return isOpen ? { from: iso(from) } : { from: iso(from), to: iso(to) };
}
