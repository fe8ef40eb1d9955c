import type { Words } from '../../../language/words/en.ts';

export const es: Words['parts'] = {
  scorecard: {
    title: 'Cifras clave',
    add: 'Añadir una cifra',
    remove: 'Quitar esta cifra',
    moved: (range, metric, share, isUp) =>
      `${range}: lo que más se movió fue ${metric}, un ${share} ${isUp ? 'más' : 'menos'} que en la comparación.`,
    plain: (range, metric, value) => `${range}: ${metric} ${value}.`,
  },
};
