import { de as diagrams } from '../../../analysis/diagrams/words/de.ts';
import { de as parts } from '../../../analysis/parts/words/de.ts';
import { de as setup } from '../../../analysis/setup/words/de.ts';
import { de as analysis } from '../../../analysis/words/de.ts';
import type { AnalysisWords } from './en.ts';

export const de: AnalysisWords = { analysis, diagrams, parts, setup };
