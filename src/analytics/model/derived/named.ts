import type { Frame } from '../../frame.ts';
import type { Find, Named } from '../dimension.ts';
import type { Derived } from './schema.ts';

/** Summaries that are one of the values, as it was. */
const PICKS: ReadonlySet<string> = new Set(['first', 'last', 'most-common', 'least-common']);

/** Of what derived values are ids: only where they are values of one dimension as they stand, of whichever event. */
export function namedBy(derived: Derived, frame: Frame, find: Find): Named | undefined {
  if ('dimension' in derived) return find(derived.dimension)?.named?.(frame);
  if ('next' in derived) return namedBy(derived.next, frame, find);
  if ('previous' in derived) return namedBy(derived.previous, frame, find);
  if ('summarize' in derived && PICKS.has(derived.by)) return namedBy(derived.summarize, frame, find);
  return undefined;
}
