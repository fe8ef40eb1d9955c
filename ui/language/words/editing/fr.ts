import { fr as audienceEdit } from '../../../audiences/edit/words/fr.ts';
import { fr as conditions } from '../../../conditions/words/fr.ts';
import type { EditingWords } from './en.ts';

export const fr: EditingWords = { audienceEdit, conditions };
