import type { Question } from './question.ts';
import { fallout } from './questions/fallout/fallout.ts';
import { scorecard } from './questions/scorecard/scorecard.ts';
import { table } from './questions/table/table.ts';

/** Every kind of question. */
export const QUESTIONS: readonly Question[] = [table, scorecard, fallout];
