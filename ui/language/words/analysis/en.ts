import { en as diagrams } from '../../../analysis/diagrams/words/en.ts';
import { en as parts } from '../../../analysis/parts/words/en.ts';
import { en as setup } from '../../../analysis/setup/words/en.ts';
import { en as analysis } from '../../../analysis/words/en.ts';

/** The texts of the pages of analysis. */
export const en = { analysis, diagrams, parts, setup };

/** The texts of the pages of analysis. */
export type AnalysisWords = typeof en;
