import { useCallback, useRef, useState } from 'react';
import { isSame } from './model/json.ts';

/** Edits that can be taken back. */
const EDITS_MAX = 200;

/** A controlled value with its past: what changes it from outside begins anew. */
export interface History<T> {
  change(value: T): void;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

interface Past<T> {
  readonly undone: readonly T[];
  readonly done: readonly T[];
  readonly now: T;
}

/** Remembers the values that went through it. */
export function useHistory<T>(value: T, onChange: (value: T) => void): History<T> {
  const [past, setPast] = useState<Past<T>>({ done: [], undone: [], now: value });
  const latest = useRef({ past, value, onChange });
  const isForeign = past.now !== value && !isSame(past.now, value);
  latest.current = { past: isForeign ? { done: [], undone: [], now: value } : past, value, onChange };
  const go = useCallback((next: Past<T>): void => {
    setPast(next);
    latest.current.past = next;
    latest.current.onChange(next.now);
  }, []);
  const change = useCallback(
    (next: T): void => {
      const { done, now } = latest.current.past;
      if (isSame(now, next)) return;
      go({ done: [...done.slice(-EDITS_MAX), now], undone: [], now: next });
    },
    [go],
  );
  const undo = useCallback((): void => {
    const { done, undone, now } = latest.current.past;
    if (done.length > 0) go({ done: done.slice(0, -1), undone: [...undone, now], now: done.at(-1)! });
  }, [go]);
  const redo = useCallback((): void => {
    const { done, undone, now } = latest.current.past;
    if (undone.length > 0) go({ done: [...done, now], undone: undone.slice(0, -1), now: undone.at(-1)! });
  }, [go]);
  const { done, undone } = latest.current.past;
  return { change, undo, redo, canUndo: done.length > 0, canRedo: undone.length > 0 };
}
