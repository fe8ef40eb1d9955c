import { de as access } from '../../access/words/de.ts';
import { de as diagrams } from '../../analysis/diagrams/words/de.ts';
import { de as parts } from '../../analysis/parts/words/de.ts';
import { de as setup } from '../../analysis/setup/words/de.ts';
import { de as analysis } from '../../analysis/words/de.ts';
import { de as audienceEdit } from '../../audiences/edit/words/de.ts';
import { de as audiences } from '../../audiences/words/de.ts';
import { de as catalog } from '../../catalog/words/de.ts';
import { de as conditions } from '../../conditions/words/de.ts';
import { de as home } from '../../home/words/de.ts';
import { de as people } from '../../people/words/de.ts';
import { de as settings } from '../../settings/words/de.ts';
import { de as shell } from '../../shell/words/de.ts';
import type { Words } from './en.ts';

export const de: Words = {
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
