import { lazy, type ReactNode, Suspense } from 'react';
import type { DialogProps } from './dialog-frame.tsx';
import { useReturnFocus } from './use-return-focus.ts';

const DialogFrame = lazy(async () => ({ default: (await import('./dialog-frame.tsx')).DialogFrame }));

/**
 * A dialog that is open while it is there: it takes the focus, Escape closes it, and the focus goes back. Its frame is
 * loaded with the first one that opens, so that a page may hold its dialogs.
 */
export function Dialog(props: DialogProps): ReactNode {
  useReturnFocus();
  return (
    <Suspense>
      <DialogFrame {...props} />
    </Suspense>
  );
}
