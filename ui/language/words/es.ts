import { es as access } from '../../access/words/es.ts';
import { es as audiences } from '../../audiences/words/es.ts';
import { es as catalog } from '../../catalog/words/es.ts';
import { es as home } from '../../home/words/es.ts';
import { es as people } from '../../people/words/es.ts';
import { es as shell } from '../../shell/words/es.ts';
import type { BaseWords } from './en.ts';

export const es: BaseWords = {
  shell,
  access,
  home,
  people,
  audiences,
  catalog,
};
