import { fr as access } from '../../access/words/fr.ts';
import { fr as diagrams } from '../../analysis/diagrams/words/fr.ts';
import { fr as parts } from '../../analysis/parts/words/fr.ts';
import { fr as setup } from '../../analysis/setup/words/fr.ts';
import { fr as analysis } from '../../analysis/words/fr.ts';
import { fr as audienceEdit } from '../../audiences/edit/words/fr.ts';
import { fr as audiences } from '../../audiences/words/fr.ts';
import { fr as catalog } from '../../catalog/words/fr.ts';
import { fr as conditions } from '../../conditions/words/fr.ts';
import { fr as home } from '../../home/words/fr.ts';
import { fr as people } from '../../people/words/fr.ts';
import { fr as settings } from '../../settings/words/fr.ts';
import { fr as shell } from '../../shell/words/fr.ts';
import type { Words } from './en.ts';

export const fr: Words = {
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
