import { es as diagrams } from '../../../analysis/diagrams/words/es.ts';
import { es as parts } from '../../../analysis/parts/words/es.ts';
import { es as setup } from '../../../analysis/setup/words/es.ts';
import { es as analysis } from '../../../analysis/words/es.ts';
import type { AnalysisWords } from './en.ts';

export const es: AnalysisWords = { analysis, diagrams, parts, setup };
