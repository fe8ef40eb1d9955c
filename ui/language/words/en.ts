import { en as access } from '../../access/words/en.ts';
import { en as audiences } from '../../audiences/words/en.ts';
import { en as catalog } from '../../catalog/words/en.ts';
import { en as home } from '../../home/words/en.ts';
import { en as people } from '../../people/words/en.ts';
import { en as shell } from '../../shell/words/en.ts';

/** The texts that come with every page, in English; the other languages have the same shape. */
export const en = {
  shell,
  access,
  home,
  people,
  audiences,
  catalog,
};

/** The texts that come with every page, by folder. */
export type BaseWords = typeof en;
