import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { PickingProps } from './opened-popover.tsx';

const OpenedPopover = lazy(async () => ({ default: (await import('./opened-popover.tsx')).OpenedPopover }));

/** A button that opens a small sheet to pick something from; it is loaded, and what is in it made, when it opens. */
export function PickingPopover(props: PickingProps): ReactNode {
  const [isUsed, setUsed] = useState(false);
  const closed = props.button({ onClick: () => setUsed(true) });
  if (!isUsed) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenedPopover {...props} />
    </Suspense>
  );
}
