import { useEffect, useRef, useState } from 'react';
import type { Workspace } from '../document.ts';
import { keepDraft } from '../queries.ts';

/** Whether what is not saved would survive this browser. */
export type Keeping =
  | { readonly state: 'kept'; readonly at: number | undefined }
  | { readonly state: 'keeping' }
  | { readonly state: 'failed'; readonly why: string };

/** Somebody who types makes a change with every letter. */
const PAUSE_MS = 800;
const AGAIN_MS = 10_000;

/**
 * Hands what is not saved to the server a moment after each change, at once when the page is left, and again where that failed.
 * @param draft what is not saved; undefined where everything is, and nothing need be kept
 * @param at when it was kept, if it came from there
 */
export function useKeeping(
  id: string,
  draft: Workspace | undefined,
  version: number,
  at: number | undefined,
): Keeping {
  const [keeping, setKeeping] = useState<Keeping>({ state: 'kept', at });
  const [tries, setTries] = useState(0);
  /** What the server has; null: nobody knows. */
  const kept = useRef<Workspace | undefined | null>(draft);
  /** Orders reach the server one after the other. */
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const wanted = useRef<(() => void) | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks for another try.
  useEffect(() => {
    if (kept.current === draft) return;
    setKeeping({ state: 'keeping' });
    const send = (): void => {
      wanted.current = undefined;
      kept.current = draft;
      last.current = last.current
        .then(() => keepDraft(id, draft && { document: draft, version }))
        .then((now) => {
          if (kept.current === draft) setKeeping({ state: 'kept', at: now });
        })
        .catch((error: unknown) => {
          if (kept.current !== draft) return;
          kept.current = null;
          setKeeping({ state: 'failed', why: error instanceof Error ? error.message : String(error) });
          setTimeout(() => setTries((count) => count + 1), AGAIN_MS);
        });
    };
    wanted.current = send;
    // What was saved or reverted is forgotten at once, so that it never comes back as a change.
    const timer = setTimeout(send, draft ? PAUSE_MS : 0);
    return () => clearTimeout(timer);
  }, [id, draft, version, tries]);
  useEffect(() => () => wanted.current?.(), []);
  return keeping;
}
