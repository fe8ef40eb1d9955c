import type { Part, QuestionPart } from './document.ts';
import type { Component } from './model/component.ts';
import type { AnyPartKind } from './part-kind.ts';
import { attributionPart } from './parts/attribution/kind.ts';
import { clickToBrickPart } from './parts/click-to-brick/kind.ts';
import { cohortPart } from './parts/cohort/kind.ts';
import { experimentPart } from './parts/experiment/kind.ts';
import { falloutPart } from './parts/fallout/kind.ts';
import { flowPart } from './parts/flow/kind.ts';
import { histogramPart } from './parts/histogram/kind.ts';
import { neighboursPart } from './parts/neighbours/kind.ts';
import { overlapPart } from './parts/overlap/kind.ts';
import { scorecardPart } from './parts/scorecard/kind.ts';
import { tablePart } from './parts/table/kind.ts';
import { trendPart } from './parts/trend/kind.ts';

/** Every kind of part that asks something, in the order of the menu. */
export const PART_KINDS: readonly AnyPartKind[] = [
  tablePart,
  trendPart,
  scorecardPart,
  falloutPart,
  flowPart,
  cohortPart,
  attributionPart,
  clickToBrickPart,
  overlapPart,
  histogramPart,
  experimentPart,
  neighboursPart,
];

/** The kind of a part: that of its `view`, or the first that draws its question; undefined where nobody knows it. */
export function kindOf(part: QuestionPart): AnyPartKind | undefined {
  return (
    PART_KINDS.find(({ id, question }) => id === part.view && question === part.question) ??
    PART_KINDS.find(({ question }) => question === part.question)
  );
}

/** A part of a kind as it begins, perhaps with a component that was dropped. */
export function newPart(view: string, id: string, component?: Component): Part {
  const kind = PART_KINDS.find((each) => each.id === view)!;
  const query = kind.newQuery(component ? { component } : {});
  return { id, question: kind.question, view: kind.id, query, look: { width: kind.width } };
}
