import { useMemo } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import type { Range } from '../api-types.ts';
import { useNames } from '../model/use-names.ts';
import type { Reading } from '../part-kind.ts';
import { rangeText } from '../range/range-text.ts';

/** What titles and captions are written with. */
export function useReading(range: Range): Reading {
  const { words, language } = useSpeech();
  const format = useFormat();
  const names = useNames();
  return useMemo(
    () => ({ words, format, language, names, range: rangeText(range, words.analysis.ranges, format) }),
    [words, format, language, names, range],
  );
}
