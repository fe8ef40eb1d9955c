import type { Words } from '../../language/dictionaries.ts';
import type { Segment } from '../api-types.ts';
import type { Names } from '../model/names.ts';

/** What some segments are called together. */
export function segmentsText(segments: readonly Segment[], names: Names, words: Words): string {
  return segments.map((segment) => names.segment(segment) ?? words.diagrams.condition).join(' + ');
}
