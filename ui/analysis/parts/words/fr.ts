import type { Words } from '../../../language/words/en.ts';

export const fr: Words['parts'] = {
  scorecard: {
    title: 'Chiffres clés',
    add: 'Ajouter un chiffre',
    remove: 'Retirer ce chiffre',
    moved: (range, metric, share, isUp) =>
      `${range} : ${metric} a le plus bougé, ${isUp ? 'en hausse' : 'en baisse'} de ${share} par rapport à la comparaison.`,
    plain: (range, metric, value) => `${range} : ${metric} ${value}.`,
  },
};
