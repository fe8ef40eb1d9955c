import type { Segment } from '../../api-types.ts';
import { segmentsText } from '../../diagrams/segments-text.ts';
import type { Reading } from '../../part-kind.ts';

/** Everybody, or the segments of a group. */
export function groupName(
  groups: readonly (readonly Segment[])[] | undefined,
  index: number,
  { words, names }: Pick<Reading, 'words' | 'names'>,
): string {
  if (index === 0) return words.diagrams.everyone;
  return segmentsText(groups?.[index - 1] ?? [], names, words);
}
