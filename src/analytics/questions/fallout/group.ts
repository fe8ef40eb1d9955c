import { and } from '../../../core/condition/index.ts';
import { refusal } from '../../../core/index.ts';
import type { Events } from '../../rows/events.ts';
import { segmentTest } from '../../segment/apply.ts';
import { resolveSegment } from '../../segment/resolve.ts';
import type { Segment } from '../../segment/schema.ts';

/** Whether a person, or session, is in a group. Refusal: `analytics.group-level` (422) where the group is of another level. */
export function groupTest(
  { events, key }: { readonly key: 'who' | 'session'; readonly events: Events },
  segments: readonly Segment[],
  person: string,
  session: string,
): string {
  return and(
    ...segments.map((segment) => {
      const resolved = resolveSegment(segment, events.frame);
      if (resolved.level === 'event' || (resolved.level === 'session' && key !== 'session'))
        throw refusal(
          'analytics.group-level',
          422,
          'Groups beside each other are segments of people, or of sessions where steps are within sessions.',
        );
      return segmentTest(events, resolved, person, session);
    }),
  );
}
