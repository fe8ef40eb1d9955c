import { lazy, type ReactElement, type ReactNode } from 'react';
import type { Range } from '../api-types.ts';
import { PickingPopover } from './picking-popover.tsx';
import type { Touch } from './touch-text.ts';

const TouchPicking = lazy(async () => ({ default: (await import('./touch-picking.tsx')).TouchPicking }));

/** Picks a touchpoint: an event, or the value of a dimension. `target` is the button that opens it. */
export function TouchPicker(props: {
  readonly label: string;
  readonly range: Range;
  readonly onPick: (touch: Touch) => void;
  readonly target: ReactElement<object>;
}): ReactNode {
  return (
    <PickingPopover label={props.label} target={props.target}>
      {(close) => (
        <TouchPicking
          range={props.range}
          onPick={(touch) => {
            close();
            props.onPick(touch);
          }}
        />
      )}
    </PickingPopover>
  );
}
