import { title } from '../../../model/title.ts';
import type { AttributionModel } from './model.ts';

/**
 * The Shapley value of the game in which a set of values is worth the conversions whose touches are all within it. In closed form each
 * conversion is shared equally among the different values that took part in it (Zhao, Mahboobi, Bagheri: “Shapley Value Methods for
 * Attribution Modeling in Online Advertising”, 2018, section 3), which is also the Harsanyi dividend of its set.
 */
export const dataDriven: AttributionModel = {
  id: 'data-driven',
  title: title(
    'Data-driven (Shapley) | Datengetrieben (Shapley) | Fondé sur les données (Shapley) | Basado en datos (Shapley) | 数据驱动（Shapley）',
  ),
  settings: {},
  shares: ({ values }) =>
    `arrayMap(u -> if(u = 1, 1 / arrayUniq(${values}), 0), arrayEnumerateUniq(${values}))`,
};
