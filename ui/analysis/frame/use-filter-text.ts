import { useSpeech } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import type { Filter } from '../api-types.ts';
import { dimensionValue } from '../dimension-value.ts';
import { useNames } from '../model/use-names.ts';
import { filterText } from './filter-text.ts';

/** Puts filters into words. */
export function useFilterText(): (filter: Filter) => string {
  const { language, words } = useSpeech();
  const format = useFormat();
  const names = useNames();
  return (filter) =>
    filterText(filter, names, words.analysis, (value) =>
      dimensionValue(filter.dimension, value, { language, words, format }),
    );
}
