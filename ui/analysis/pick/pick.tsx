import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { PickProps } from './opened-pick.tsx';

const OpenedPick = lazy(async () => ({ default: (await import('./opened-pick.tsx')).OpenedPick }));

/**
 * A menu with a search that gives a dimension, metric or segment: the twin of every drag. `children` makes the button that opens it.
 * Until it is opened for the first time there is the button alone, for a table has one in every row; the list is loaded then.
 */
export function Pick(props: PickProps): ReactNode {
  const [isUsed, setUsed] = useState(false);
  const closed = props.children({
    onClick: () => setUsed(true),
    'aria-expanded': false,
    'aria-haspopup': 'listbox',
  });
  if (!isUsed) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenedPick {...props} />
    </Suspense>
  );
}
