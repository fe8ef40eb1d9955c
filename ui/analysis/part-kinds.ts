import type { QuestionPart } from './document.ts';
import type { AnyPartKind } from './part-kind.ts';
import { scorecardPart } from './parts/scorecard/kind.ts';

/** Every kind of part that asks something, in the order of the menu. */
export const PART_KINDS: readonly AnyPartKind[] = [scorecardPart];

/** The kind of a part: that of its `view`, or the first that draws its question; undefined where nobody knows it. */
export function kindOf(part: QuestionPart): AnyPartKind | undefined {
  return (
    PART_KINDS.find(({ id, question }) => id === part.view && question === part.question) ??
    PART_KINDS.find(({ question }) => question === part.question)
  );
}
