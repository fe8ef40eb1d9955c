import { en as audienceEdit } from '../../../audiences/edit/words/en.ts';
import { en as conditions } from '../../../conditions/words/en.ts';

/** The texts of pages on which conditions are edited. */
export const en = { audienceEdit, conditions };

/** The texts of pages on which conditions are edited. */
export type EditingWords = typeof en;
