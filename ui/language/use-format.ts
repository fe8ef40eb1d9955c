import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { settingsQuery } from '../settings/queries.ts';
import { createFormat, type Format } from './format.ts';
import { useSpeech } from './speech.tsx';

/** Writes figures and times in the reader's language, the workspace's time zone and currency. */
export function useFormat(): Format {
  const { language } = useSpeech();
  const { data } = useQuery(settingsQuery);
  const timeZone = data?.timeZone ?? 'UTC';
  const currency = data?.currency ?? 'EUR';
  return useMemo(() => createFormat({ language, timeZone, currency }), [language, timeZone, currency]);
}
