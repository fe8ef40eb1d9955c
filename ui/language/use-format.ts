import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { settingsQuery } from '../settings/queries.ts';
import type { Format } from './format.ts';
import { useSpeech } from './speech.tsx';

/** The time zone and currency where the settings may not be asked: on a page for people who are not signed in. */
export const GivenZone = createContext<{ readonly timeZone: string; readonly currency: string } | undefined>(
  undefined,
);

/** Writes figures and times in the reader's language, the workspace's time zone and currency. */
export function useFormat(): Format {
  const { formatFor } = useSpeech();
  const given = use(GivenZone);
  const asked = useQuery({ ...settingsQuery, enabled: given === undefined });
  const data = given ?? asked.data;
  return formatFor(data?.timeZone ?? 'UTC', data?.currency ?? 'EUR');
}
