import { dataDriven } from './data-driven.ts';
import { markov } from './markov.ts';
import type { AttributionModel } from './model.ts';
import { custom, inverseJ, jShaped, linear, participation, uShaped } from './multi-touch.ts';
import { first, last, same } from './single-touch.ts';
import { timeDecay } from './time-decay.ts';

/** Every model. */
export const MODELS: readonly AttributionModel<never>[] = [
  last,
  first,
  same,
  linear,
  participation,
  uShaped,
  jShaped,
  inverseJ,
  timeDecay,
  custom,
  dataDriven,
  markov,
];
