import type { SourceId } from '../wire/sources.ts';

/**
 * Advertising reports are about nobody, and of such events the product takes those of the catalogue only: sent, they would
 * fill the quarantine. Take a source out of this set when its events have a home.
 */
const HELD_BACK: ReadonlySet<SourceId> = new Set<SourceId>(['ads']);

/** Whether the messages of a source wait for a product that takes them. */
export function isHeldBack(source: SourceId): boolean {
  return HELD_BACK.has(source);
}

/** Messages that were held back, by source. */
export type HeldBack = Partial<Record<SourceId, number>>;
