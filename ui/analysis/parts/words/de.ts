import type { Words } from '../../../language/words/en.ts';

export const de: Words['parts'] = {
  scorecard: {
    title: 'Kennzahlen',
    add: 'Zahl hinzufügen',
    remove: 'Diese Zahl entfernen',
    moved: (range, metric, share, isUp) =>
      `${range}: Am stärksten bewegt hat sich ${metric}, ${share} ${isUp ? 'mehr' : 'weniger'} als im Vergleich.`,
    plain: (range, metric, value) => `${range}: ${metric} ${value}.`,
  },
};
