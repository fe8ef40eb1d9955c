import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, must } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import type { Language } from '../language/language.ts';
import { useSpeech } from '../language/speech.tsx';

/** What consent is asked for, and its version; 0 while nobody published any. */
export type PurposesAnswer = paths['/api/purposes']['get']['responses'][200]['content']['application/json'];
/** One purpose that consent is asked for. */
export type Purpose = PurposesAnswer['document']['purposes'][number];

/** What consent is asked for. */
export const purposesQuery = queryOptions({
  queryKey: ['single', 'purposes'],
  queryFn: ({ signal }) => must(api.GET('/api/purposes', { signal })),
  staleTime: 60_000,
});

/** Purposes as the reader is told of them. */
export interface Purposes {
  /** Those that are listed, retired ones too, in the order of the retailer. */
  readonly listed: readonly Purpose[];
  /** Whether the retailer named them; false for those of a new workspace, and before they are there. */
  readonly isOwn: boolean;
  find(key: string): Purpose | undefined;
  /** The name in the reader's language; the key of one that is not listed. */
  name(key: string): string;
  description(key: string): string | undefined;
}

/** What consent is asked for, in the reader's language. */
export function usePurposes(): Purposes {
  const { language } = useSpeech();
  const { data } = useQuery(purposesQuery);
  return useMemo(() => purposesIn(data, language), [data, language]);
}

function purposesIn(answer: PurposesAnswer | undefined, language: Language): Purposes {
  const listed = answer?.document.purposes ?? [];
  const find = (key: string): Purpose | undefined => listed.find((purpose) => purpose.key === key);
  const said = (key: string) => {
    const purpose = find(key);
    return purpose?.translations?.[language] ?? purpose;
  };
  return {
    listed,
    isOwn: (answer?.version ?? 0) > 0,
    find,
    name: (key) => said(key)?.name ?? key,
    description: (key) => said(key)?.description,
  };
}

/** The channels on which somebody can be asked for a purpose that is not listed. */
export const CONSENT_CHANNELS = ['email', 'sms', 'push', 'phone', 'post', 'any'] as const;

/** Whether people are asked for a purpose, as the server judges it. */
export function isAskedFor(purposes: readonly Purpose[], key: string, channel: string): boolean {
  const purpose = purposes.find((each) => each.key === key);
  if (purpose?.state !== 'active') return false;
  return channel === 'any' || purpose.channels.includes('any') || purpose.channels.includes(channel);
}
