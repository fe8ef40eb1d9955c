import { de as audienceEdit } from '../../../audiences/edit/words/de.ts';
import { de as conditions } from '../../../conditions/words/de.ts';
import type { EditingWords } from './en.ts';

export const de: EditingWords = { audienceEdit, conditions };
