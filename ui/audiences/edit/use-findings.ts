import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Finding } from '../../api/problem.ts';
import type { PlacedFinding } from '../../conditions/faults.ts';
import { isUnfinished } from '../../conditions/model/finished.ts';
import { isDoc } from '../../conditions/model/json.ts';
import { useSpeech } from '../../language/speech.tsx';
import { type AudienceDoc, wayOf } from './document.ts';
import { preflight } from './queries.ts';

const PAUSE_MS = 700;

/** What is wrong in the language of the reader; English says it as the server does, which is more exact. */
export function useFindingText(): (finding: Finding) => string {
  const { words, language } = useSpeech();
  const said: Readonly<Record<string, string>> = words.conditions.findings;
  const own: Readonly<Record<string, string>> = words.audienceEdit.findings;
  return ({ code, message }) => (language === 'en' ? message : (said[code] ?? own[code] ?? message));
}

/** What publishing the document would find wrong, asked when the edits pause. Of what is not filled in yet it is said when `isStrict`. */
export function useFindings(id: string, document: AudienceDoc, isStrict: boolean): PlacedFinding[] {
  const written = JSON.stringify(document);
  const [asked] = useDebouncedValue(written, PAUSE_MS);
  const textOf = useFindingText();
  const isEmpty = wayOf(document) === 'condition' && document.condition === undefined;
  const { data } = useQuery({
    queryKey: ['audiences', 'preflight', id, asked],
    queryFn: async ({ signal }) =>
      preflight(id, { ...(JSON.parse(asked) as AudienceDoc), name: document.name || id }, signal),
    enabled: !isEmpty || isStrict,
    retry: false,
    gcTime: 60_000,
  });
  return useMemo(() => {
    if (!data || asked !== written) return [];
    return data.findings
      .filter(({ pointer }) => isStrict || !isAtUnfinished(document, pointer))
      .map((finding) => ({
        pointer: finding.pointer,
        severity: finding.severity,
        text: textOf(finding),
      }));
  }, [data, asked, written, document, isStrict, textOf]);
}

/** Whether what stands at a place, or the smallest part around it, is still to be filled in. */
function isAtUnfinished(document: unknown, pointer: string): boolean {
  let here = document;
  if (pointer === '') return true;
  for (const key of pointer.split('/').slice(1)) {
    if (Array.isArray(here)) here = here[Number(key)];
    else if (isDoc(here)) here = here[key];
    if (here === undefined || isOpen(here)) return true;
  }
  return isUnfinished(here);
}

/** A part that joins no others and is not filled in. */
function isOpen(value: unknown): boolean {
  const joins = ['all', 'any', 'not', 'union', 'intersect', 'from', 'parts', 'condition'];
  return isDoc(value) && !joins.some((key) => key in value) && isUnfinished(value);
}
