import { fr as diagrams } from '../../../analysis/diagrams/words/fr.ts';
import { fr as parts } from '../../../analysis/parts/words/fr.ts';
import { fr as setup } from '../../../analysis/setup/words/fr.ts';
import { fr as analysis } from '../../../analysis/words/fr.ts';
import type { AnalysisWords } from './en.ts';

export const fr: AnalysisWords = { analysis, diagrams, parts, setup };
