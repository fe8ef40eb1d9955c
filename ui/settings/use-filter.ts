import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

const PAUSE_MS = 300;
const TEXT_MAX = 200;

/** Reads the filters of a list from the address; what is empty or no text is left out. */
export function readFilter<Name extends string>(names: readonly Name[]) {
  return (search: Record<string, unknown>): { readonly [N in Name]?: string } => {
    const texts = names.map((name) => {
      const value = search[name];
      // The router reads digits as a number.
      const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
      return [name, text.slice(0, TEXT_MAX)] as const;
    });
    return Object.fromEntries(texts.filter(([, text]) => text !== '')) as { [N in Name]?: string };
  };
}

/**
 * The filters of a list, as typed and as asked for: a moment after the last key, when they are also written into the address, so that
 * they are there after a reload and on the way back.
 */
export function useFilter<Filter extends Readonly<Record<string, string>>>(
  first: Filter,
  write: (filter: Filter) => void,
): readonly [typed: Filter, asked: Filter, change: (part: Partial<Filter>) => void] {
  const [typed, setTyped] = useState(first);
  const [asked] = useDebouncedValue(typed, PAUSE_MS);
  const written = useRef(first);
  useEffect(() => {
    if (written.current === asked) return;
    written.current = asked;
    write(asked);
  });
  return [typed, asked, (part) => setTyped({ ...typed, ...part })];
}
