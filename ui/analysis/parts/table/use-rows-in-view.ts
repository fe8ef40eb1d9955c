import { type UIEvent, useState } from 'react';

/** Every row is as high as this, so where a row stands follows from its number (table.module.css). */
const ROW_PX = 34;
/** Rows drawn above and below what is in view, so that scrolling shows no gap. */
const BEYOND = 10;

/** Which rows are in view of what scrolls, and how high those are that are not drawn. */
export function useRowsInView(
  count: number,
  height: number,
): {
  readonly shown: { readonly from: number; readonly to: number };
  readonly above: number;
  readonly below: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
} {
  const [first, setFirst] = useState(0);
  const from = Math.max(0, Math.min(first, count) - BEYOND);
  const to = Math.min(count, first + Math.ceil(height / ROW_PX) + BEYOND);
  return {
    shown: { from, to },
    above: from * ROW_PX,
    below: (count - to) * ROW_PX,
    onScroll: (event) => setFirst(Math.floor(event.currentTarget.scrollTop / ROW_PX)),
  };
}
