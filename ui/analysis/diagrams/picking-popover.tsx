import { lazy, type ReactElement, type ReactNode } from 'react';
import { OnDemand } from '../../parts/on-demand.tsx';
import type { PickingProps } from './opened-popover.tsx';

const OpenedPopover = lazy(async () => ({ default: (await import('./opened-popover.tsx')).OpenedPopover }));

/** A button that opens a small sheet to pick something from; it is loaded, and what is in it made, when it opens. */
export function PickingPopover({
  target,
  ...sheet
}: PickingProps & { readonly target: ReactElement<object> }): ReactNode {
  return (
    <OnDemand target={target} opens="dialog">
      {(button) => <OpenedPopover {...sheet} target={button} />}
    </OnDemand>
  );
}
