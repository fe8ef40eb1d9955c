import { durationText } from '../../diagrams/duration-text.ts';
import type { Reading } from '../../part-kind.ts';

/** What the server does where the query does not say. */
export const USUAL = { dimension: 'marketing-channel', lookback: '30d' } as const;

/** The look-back in words. */
export function lookbackText(
  lookback: string,
  { words, language }: Pick<Reading, 'words' | 'language'>,
): string {
  const say = words.diagrams.attribution;
  if (lookback === 'session') return say.lookbackSession;
  return lookback === 'person' ? say.lookbackPerson : durationText(lookback, language);
}
