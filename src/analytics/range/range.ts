import { refusal } from '../../core/index.ts';
import { type CalendarUnit, durationMs, momentOf } from '../../core/trait/index.ts';
import type { Frame } from '../frame.ts';
import { startOfUnit } from './calendar.ts';
import type { CompareRange, Edge, Range } from './schema.ts';
import type { Span } from './span.ts';

/** Weeks keep their days: a year is compared with 52 of them. */
const YEAR_OF_WEEKS_DAYS = 364;

type Clock = Pick<Frame, 'at' | 'zone' | 'weekStart' | 'calendar'>;

/** The span of a range. Refusal: `analytics.range-empty` (422) when it ends before it begins. */
export function spanOf(range: Range, frame: Clock): Span {
  const span = resolve(range, frame);
  if (span.to <= span.from)
    throw refusal(
      'analytics.range-empty',
      422,
      'The range ends before it begins; swap its dates or move one.',
    );
  return span;
}

function resolve(range: Range, frame: Clock): Span {
  const now = frame.at + 1;
  if ('last' in range) return { from: now - durationMs(range.last), to: now };
  if ('calendar' in range) {
    const { calendar: unit, back = 0, count = 1 } = range;
    const from = startOfUnit(frame, unit, frame.at, 1 - back - count);
    return { from, to: back === 0 ? now : startOfUnit(frame, unit, frame.at, 1 - back) };
  }
  return {
    from: edgeOf(range.from, frame, 0),
    to: range.to === undefined ? now : edgeOf(range.to, frame, 1),
  };
}

/** The instant of an edge; a written day counts whole, so as an end it is the start of the next. */
function edgeOf(edge: Edge, frame: Clock, daysAfter: 0 | 1): number {
  if (typeof edge !== 'string') {
    const start = startOfUnit(frame, edge.startOf, frame.at, edge.shift ?? 0);
    return edge.days ? dayShifted(start, edge.days, frame) : start;
  }
  const moment = momentOf(edge);
  if (!moment) throw refusal('analytics.range-unreadable', 422, `There is no such day or instant: ${edge}.`);
  return moment.ms ?? frame.calendar.startOfDay(frame.zone, moment.day + daysAfter);
}

/** The span that a span is compared with. */
export function compareSpanOf(compare: CompareRange, range: Range, frame: Clock): Span {
  const span = spanOf(range, frame);
  if (compare === 'year-before')
    return {
      from: dayShifted(span.from, -YEAR_OF_WEEKS_DAYS, frame),
      to: dayShifted(span.to, -YEAR_OF_WEEKS_DAYS, frame),
    };
  if (compare !== 'previous') return spanOf(compare, frame);
  return previousOf(range, span, frame);
}

function previousOf(range: Range, span: Span, frame: Clock): Span {
  const whole = wholeUnits(range);
  // The month that runs is compared with the same days of the month before, not with all of it.
  if (whole) {
    const { unit, count } = whole;
    const from = startOfUnit(frame, unit, span.from, -count);
    return { from, to: whole.isOver ? span.from : Math.min(span.from, from + (span.to - span.from)) };
  }
  const days = frame.calendar.localDay(frame.zone, span.to) - frame.calendar.localDay(frame.zone, span.from);
  const isWholeDays =
    span.from === dayShifted(span.from, 0, frame) && span.to === dayShifted(span.to, 0, frame) && days > 0;
  return isWholeDays
    ? { from: dayShifted(span.from, -days, frame), to: span.from }
    : { from: span.from - (span.to - span.from), to: span.from };
}

function wholeUnits(range: Range): { unit: CalendarUnit; count: number; isOver: boolean } | undefined {
  if (!('calendar' in range)) return undefined;
  return { unit: range.calendar, count: range.count ?? 1, isOver: (range.back ?? 0) > 0 };
}

/** The same time of day so many days on; by 0, the start of its day. */
function dayShifted(at: number, days: number, { calendar, zone }: Clock): number {
  const day = calendar.localDay(zone, at);
  const start = calendar.startOfDay(zone, day);
  return days === 0 ? start : calendar.startOfDay(zone, day + days) + (at - start);
}
