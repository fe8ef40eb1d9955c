import type { Model } from './query.ts';

/** Every model, simple ones first. */
export const MODELS = [
  'last',
  'first',
  'same',
  'linear',
  'participation',
  'u-shaped',
  'j-shaped',
  'inverse-j',
  'time-decay',
  'custom',
  'data-driven',
  'markov',
] as const satisfies readonly Model['model'][];

/** A model with settings that are usual. */
export function modelOf(id: Model['model']): Model {
  if (id === 'time-decay') return { model: id, halfLife: '7d' };
  if (id === 'custom') return { model: id, first: 30, middle: 40, last: 30 };
  return { model: id };
}
