import { en as setup } from '../../../analysis/setup/words/en.ts';
import { en as audienceEdit } from '../../../audiences/edit/words/en.ts';
import { en as conditions } from '../../../conditions/words/en.ts';

/** The texts of pages on which conditions are edited, and what analysts set up. */
export const en = { audienceEdit, conditions, setup };

/** The texts of pages on which conditions are edited, and what analysts set up. */
export type EditingWords = typeof en;
