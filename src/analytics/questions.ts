import type { Question } from './question.ts';
import { attribution } from './questions/attribution/attribution.ts';
import { clickToBrick } from './questions/click-to-brick/click-to-brick.ts';
import { cohort } from './questions/cohort/cohort.ts';
import { experiment } from './questions/experiment/experiment.ts';
import { fallout } from './questions/fallout/fallout.ts';
import { flow } from './questions/flow/flow.ts';
import { histogram } from './questions/histogram/histogram.ts';
import { neighbours } from './questions/neighbours/neighbours.ts';
import { overlap } from './questions/overlap/overlap.ts';
import { scorecard } from './questions/scorecard/scorecard.ts';
import { table } from './questions/table/table.ts';

/** Every kind of question. */
export const QUESTIONS: readonly Question[] = [
  table,
  scorecard,
  fallout,
  flow,
  cohort,
  attribution,
  clickToBrick,
  overlap,
  histogram,
  neighbours,
  experiment,
];
