import { lazy, type ReactNode, Suspense } from 'react';
import type { SheetProps } from './sheet-frame.tsx';
import { useReturnFocus } from './use-return-focus.ts';

const SheetFrame = lazy(async () => ({ default: (await import('./sheet-frame.tsx')).SheetFrame }));

/** A sheet at the side that is open while it is there; loaded, and the focus kept, like a dialog. */
export function SideSheet(props: SheetProps): ReactNode {
  useReturnFocus();
  return (
    <Suspense>
      <SheetFrame {...props} />
    </Suspense>
  );
}
