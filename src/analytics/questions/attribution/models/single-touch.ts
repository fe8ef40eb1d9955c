import { title } from '../../../model/title.ts';
import type { AttributionModel } from './model.ts';

/** All to the first touch of the look-back. */
export const first: AttributionModel = {
  id: 'first',
  title: title('First touch | Erster Kontakt | Premier contact | Primer contacto | 首次触点'),
  settings: {},
  shares: ({ values }) => `arrayMap(i -> i = 1, arrayEnumerate(${values}))`,
};

/** All to the last touch before the conversion. */
export const last: AttributionModel = {
  id: 'last',
  title: title('Last touch | Letzter Kontakt | Dernier contact | Último contacto | 最后触点'),
  settings: {},
  shares: ({ values, count }) => `arrayMap(i -> i = ${count}, arrayEnumerate(${values}))`,
};

/** All to the event of the conversion itself; a conversion that is no touch has none. */
export const same: AttributionModel = {
  id: 'same',
  title: title('Same touch | Selber Kontakt | Même contact | Mismo contacto | 同一触点'),
  settings: {},
  shares: ({ own }) => `arrayMap(o -> if(o, 1 / arrayCount(x -> x, ${own}), 0), ${own})`,
};
