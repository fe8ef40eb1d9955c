import { es as access } from '../../access/words/es.ts';
import { es as diagrams } from '../../analysis/diagrams/words/es.ts';
import { es as parts } from '../../analysis/parts/words/es.ts';
import { es as setup } from '../../analysis/setup/words/es.ts';
import { es as analysis } from '../../analysis/words/es.ts';
import { es as audienceEdit } from '../../audiences/edit/words/es.ts';
import { es as audiences } from '../../audiences/words/es.ts';
import { es as catalog } from '../../catalog/words/es.ts';
import { es as conditions } from '../../conditions/words/es.ts';
import { es as home } from '../../home/words/es.ts';
import { es as people } from '../../people/words/es.ts';
import { es as settings } from '../../settings/words/es.ts';
import { es as shell } from '../../shell/words/es.ts';
import type { Words } from './en.ts';

export const es: Words = {
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
