import type { Question } from './question.ts';
import { fallout } from './questions/fallout/fallout.ts';
import { table } from './questions/table/table.ts';

/** Every kind of question. */
export const QUESTIONS: readonly Question[] = [table, fallout];
