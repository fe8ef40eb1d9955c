import { de as access } from '../../access/words/de.ts';
import { de as audiences } from '../../audiences/words/de.ts';
import { de as catalog } from '../../catalog/words/de.ts';
import { de as home } from '../../home/words/de.ts';
import { de as people } from '../../people/words/de.ts';
import { de as shell } from '../../shell/words/de.ts';
import type { BaseWords } from './en.ts';

export const de: BaseWords = {
  shell,
  access,
  home,
  people,
  audiences,
  catalog,
};
