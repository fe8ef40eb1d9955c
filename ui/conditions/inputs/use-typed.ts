import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

/** After this pause what was typed counts without leaving the field. */
const PAUSE_MS = 500;

/** The handlers of a field that is committed on blur, on Enter, and when the typing pauses. */
export interface Typed {
  readonly text: string;
  type(text: string): void;
  commit(text?: string): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** Holds what is typed until it counts. A text that `read` gives undefined for does not count, and goes back on leaving. */
export function useTyped<T>(
  value: string,
  read: (text: string) => T | undefined,
  onCommit: (value: T) => void,
): Typed {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ value, read, onCommit });
  latest.current = { value, read, onCommit };
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const give = (typed: string, isLeaving: boolean): void => {
    clearTimeout(timer.current);
    if (typed === latest.current.value) return;
    const meant = latest.current.read(typed);
    if (meant !== undefined) latest.current.onCommit(meant);
    else if (isLeaving) setText(latest.current.value);
  };
  return {
    text,
    type(typed) {
      setText(typed);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => give(typed, false), PAUSE_MS);
    },
    commit: (typed = text) => give(typed, true),
    onKeyDown(event) {
      if (event.key === 'Enter') give(text, true);
    },
  };
}
