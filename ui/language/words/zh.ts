import { zh as access } from '../../access/words/zh.ts';
import { zh as audiences } from '../../audiences/words/zh.ts';
import { zh as catalog } from '../../catalog/words/zh.ts';
import { zh as home } from '../../home/words/zh.ts';
import { zh as people } from '../../people/words/zh.ts';
import { zh as shell } from '../../shell/words/zh.ts';
import type { BaseWords } from './en.ts';

export const zh: BaseWords = {
  shell,
  access,
  home,
  people,
  audiences,
  catalog,
};
