import { title } from '../../../model/title.ts';
import type { AttributionModel } from './model.ts';

/** All conversions that had touches, in proportion to what each value's removal from the paths of people costs (chain.ts). */
export const markov: AttributionModel = {
  id: 'markov',
  title: title(
    'Markov (removal) | Markov (Wegfall) | Markov (retrait) | Markov (retirada) | 马尔可夫（移除）',
  ),
  settings: {},
};
