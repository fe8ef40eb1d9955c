import { fr as access } from '../../access/words/fr.ts';
import { fr as audiences } from '../../audiences/words/fr.ts';
import { fr as catalog } from '../../catalog/words/fr.ts';
import { fr as home } from '../../home/words/fr.ts';
import { fr as people } from '../../people/words/fr.ts';
import { fr as shell } from '../../shell/words/fr.ts';
import type { BaseWords } from './en.ts';

export const fr: BaseWords = {
  shell,
  access,
  home,
  people,
  audiences,
  catalog,
};
