import { en as access } from '../../access/words/en.ts';
import { en as diagrams } from '../../analysis/diagrams/words/en.ts';
import { en as parts } from '../../analysis/parts/words/en.ts';
import { en as setup } from '../../analysis/setup/words/en.ts';
import { en as analysis } from '../../analysis/words/en.ts';
import { en as audienceEdit } from '../../audiences/edit/words/en.ts';
import { en as audiences } from '../../audiences/words/en.ts';
import { en as catalog } from '../../catalog/words/en.ts';
import { en as conditions } from '../../conditions/words/en.ts';
import { en as home } from '../../home/words/en.ts';
import { en as people } from '../../people/words/en.ts';
import { en as settings } from '../../settings/words/en.ts';
import { en as shell } from '../../shell/words/en.ts';

/** Every text of the interface in English; the other languages have the same shape. */
export const en = {
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

/** The texts of the interface, by folder. */
export type Words = typeof en;
