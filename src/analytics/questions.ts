import type { Question } from './question.ts';
import { attribution } from './questions/attribution/attribution.ts';
import { cohort } from './questions/cohort/cohort.ts';
import { flow } from './questions/flow/flow.ts';
import { table } from './questions/table/table.ts';

/** Every kind of question. */
export const QUESTIONS: readonly Question[] = [table, flow, cohort, attribution];
