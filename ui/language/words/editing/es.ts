import { es as audienceEdit } from '../../../audiences/edit/words/es.ts';
import { es as conditions } from '../../../conditions/words/es.ts';
import type { EditingWords } from './en.ts';

export const es: EditingWords = { audienceEdit, conditions };
