import { type Static, Type } from 'typebox';
import type { Frame } from './frame.ts';
import { spanOf } from './range/range.ts';
import { Range } from './range/schema.ts';
import type { Span } from './range/span.ts';
import { createEvents, type Events } from './rows/events.ts';
import { applySegment } from './segment/apply.ts';
import { applyFilter } from './segment/filter.ts';
import { resolveSegment } from './segment/resolve.ts';
import { Filters, Segments } from './segment/schema.ts';

/** What every question says of the events it is about. Spread it into the schema of a query. */
export const ScopeFields = {
  range: Range,
  /** All must hold. */
  segments: Type.Optional(Segments),
  filters: Type.Optional(Filters),
} as const;
const Scope = Type.Object(ScopeFields);
export type Scope = Static<typeof Scope>;

/** Starts the events that a question is about: those of its range, within its segments, that pass its filters. Options are those of `createEvents`. */
export function eventsOf(
  scope: Scope,
  frame: Frame,
  span: Span = spanOf(scope.range, frame),
  options: { readonly withSystem?: boolean } = {},
): Events {
  const events = createEvents(frame, span, options);
  for (const segment of scope.segments ?? []) applySegment(events, segment);
  for (const filter of scope.filters ?? []) applyFilter(events, filter);
  return events;
}

/**
 * Starts what the people of a question did in another span: what led to its events, or came of them. Segments of people hold;
 * segments of sessions and events, and filters, say which events the question itself is about.
 */
export function eventsAround({ segments = [] }: Scope, frame: Frame, span: Span): Events {
  const events = createEvents(frame, span);
  ofPeople(events);
  for (const segment of segments)
    if (resolveSegment(segment, frame).level === 'person') applySegment(events, segment);
  return events;
}

/** Leaves out what is about nobody, such as reports of advertising. */
export function ofPeople(events: Events): void {
  events.restrict('events.person != 0');
}
