import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import { settingsQuery } from '../settings/queries.ts';
import { createFormat, type Format } from './format.ts';
import { useSpeech } from './speech.tsx';

/** The time zone and currency where the settings may not be asked: on a page for people who are not signed in. */
export const GivenZone = createContext<{ readonly timeZone: string; readonly currency: string } | undefined>(
  undefined,
);

/** Writes figures and times in the reader's language, the workspace's time zone and currency. */
export function useFormat(): Format {
  const { language } = useSpeech();
  const given = use(GivenZone);
  const asked = useQuery({ ...settingsQuery, enabled: given === undefined });
  const data = given ?? asked.data;
  const timeZone = data?.timeZone ?? 'UTC';
  const currency = data?.currency ?? 'EUR';
  return useMemo(() => createFormat({ language, timeZone, currency }), [language, timeZone, currency]);
}
