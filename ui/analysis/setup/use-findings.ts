import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type Finding, findingsOf, type SetupKind } from './definitions.ts';

const PAUSE_MS = 350;

/** Somebody who has not given it a name yet still learns what is wrong with the rest. */
function named(document: object): object {
  return 'name' in document && document.name === '' ? { ...document, name: '…' } : document;
}

/** What is wrong with what somebody works on, asked when the edits pause; undefined until it is known of what stands there now. */
export function useFindings(kind: SetupKind, id: string, document: object): Finding[] | undefined {
  const written = JSON.stringify(named(document));
  const [asked] = useDebouncedValue(written, PAUSE_MS);
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['analysis', 'setup', kind, 'findings', id, asked],
    queryFn: ({ signal }) => findingsOf(kind, id, JSON.parse(asked) as object, signal),
    retry: false,
    gcTime: 60_000,
  });
  // While the next answer comes, the one before is of another document.
  return asked === written && !isPlaceholderData ? data : undefined;
}
