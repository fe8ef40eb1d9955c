import { zh as diagrams } from '../../../analysis/diagrams/words/zh.ts';
import { zh as parts } from '../../../analysis/parts/words/zh.ts';
import { zh as setup } from '../../../analysis/setup/words/zh.ts';
import { zh as analysis } from '../../../analysis/words/zh.ts';
import type { AnalysisWords } from './en.ts';

export const zh: AnalysisWords = { analysis, diagrams, parts, setup };
