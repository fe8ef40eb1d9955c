import { zh as audienceEdit } from '../../../audiences/edit/words/zh.ts';
import { zh as conditions } from '../../../conditions/words/zh.ts';
import type { EditingWords } from './en.ts';

export const zh: EditingWords = { audienceEdit, conditions };
