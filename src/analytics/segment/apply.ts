import { and, type Condition, conditionSql, conditionsSql, or } from '../../core/condition/index.ts';
import { refusal } from '../../core/index.ts';
import type { Frame } from '../frame.ts';
import type { Span } from '../range/span.ts';
import type { Events } from '../rows/events.ts';
import { type ResolvedSegment, resolveSegment, traitsFor } from './resolve.ts';
import type { Segment } from './schema.ts';

/** Keeps only the events that a segment means. */
export function applySegment(events: Events, segment: Segment): void {
  const resolved = resolveSegment(segment, events.frame);
  if (resolved.level === 'event') events.keep(eventTest(events, resolved.condition));
  // Before anything else is read of the rows.
  else events.restrict(segmentTest(events, resolved, events.frame.events.person, 'events.session'));
}

/** SQL that says whether a row is within a segment: for numbers of which each has a segment of its own. */
export function inSegment(events: Events, segment: Segment): string {
  const resolved = resolveSegment(segment, events.frame);
  if (resolved.level === 'event') return eventTest(events, resolved.condition);
  return events.name(segmentTest(events, resolved, 'who', 'session'));
}

/** The people of a segment, as a select with the column `person`; those whose sessions or events it holds of, too. */
export function segmentTest(
  events: Events,
  { level, condition }: ResolvedSegment,
  who: string,
  session: string,
): string {
  const members = events.embed(
    membersSql(events.frame, condition, level === 'session' ? 'session' : 'person'),
  );
  return level === 'session'
    ? `${session} != 0 and ${session} in (\n${members}\n)`
    : `${who} in (\n${members}\n)`;
}

/** Who, or which sessions, a condition is true of at the moment of the question. The one column is called `person`. */
export function membersSql(frame: Frame, condition: Condition, level: 'person' | 'session') {
  // Events outside of sessions are one of number 0 here, which callers leave out.
  const events = level === 'person' ? frame.events : { from: 'events', person: 'session' };
  return conditionSql(condition, frame.at, { ...surroundingsOf(frame), events });
}

/**
 * Of everybody of whom any of several conditions is true: `person`, and 1 or 0 for each condition, `c0`, `c1` … With a span, of everybody,
 * and `active`: whether she did anything in it.
 */
export function membersOfAll(frame: Frame, conditions: readonly Condition[], active?: Span) {
  return conditionsSql(conditions, frame.at, {
    ...surroundingsOf(frame),
    events: frame.events,
    ...(active ? { active } : {}),
  });
}

function surroundingsOf(frame: Frame) {
  return {
    audiences: frame.audiences,
    traits: traitsFor(frame),
    calendar: frame.calendar,
    ...(frame.sourcePrecedence ? { sourcePrecedence: frame.sourcePrecedence } : {}),
  };
}

/** A condition of one event: events that it names, and combinations of them. */
function eventTest(events: Events, condition: Condition): string {
  if ('all' in condition) return and(...condition.all.map((part) => eventTest(events, part)));
  if ('any' in condition) return or(...condition.any.map((part) => eventTest(events, part)));
  if ('not' in condition) return `not (${eventTest(events, condition.not)})`;
  if ('did' in condition && Object.keys(condition).length === 1) return events.fits(condition.did).test;
  throw refusal(
    'analytics.segment-not-of-events',
    422,
    'A segment of events can only say which events, without counts, windows or attributes; take the level of sessions or people.',
  );
}
