import { zh as access } from '../../access/words/zh.ts';
import { zh as diagrams } from '../../analysis/diagrams/words/zh.ts';
import { zh as parts } from '../../analysis/parts/words/zh.ts';
import { zh as setup } from '../../analysis/setup/words/zh.ts';
import { zh as analysis } from '../../analysis/words/zh.ts';
import { zh as audienceEdit } from '../../audiences/edit/words/zh.ts';
import { zh as audiences } from '../../audiences/words/zh.ts';
import { zh as catalog } from '../../catalog/words/zh.ts';
import { zh as conditions } from '../../conditions/words/zh.ts';
import { zh as home } from '../../home/words/zh.ts';
import { zh as people } from '../../people/words/zh.ts';
import { zh as settings } from '../../settings/words/zh.ts';
import { zh as shell } from '../../shell/words/zh.ts';
import type { Words } from './en.ts';

export const zh: Words = {
  shell,
  access,
  home,
  people,
  audiences,
  catalog,
  analysis,
  diagrams,
  setup,
  parts,
  settings,
  audienceEdit,
  conditions,
};
