import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from 'react';

/** What a button of a menu is given until the menu is there. */
interface Closed {
  readonly onClick?: () => void;
  readonly 'aria-haspopup'?: 'menu' | 'dialog';
  readonly 'aria-expanded'?: boolean;
}

/**
 * A button whose menu or popover is loaded when somebody presses it: what they are made of weighs as much as a page, and
 * most visits open none. `children` gives it, opened, around the button; it is a component made by `lazy`.
 */
export function OnDemand(props: {
  readonly target: ReactElement<object>;
  readonly opens?: 'menu' | 'dialog';
  readonly children: (target: ReactElement) => ReactNode;
}): ReactNode {
  const { target, opens = 'menu' } = props;
  const [isAsked, setAsked] = useState(false);
  const closed = cloneElement<Closed>(target, {
    onClick: () => setAsked(true),
    'aria-haspopup': opens,
    'aria-expanded': false,
  });
  if (!isAsked) return closed;
  return <Suspense fallback={closed}>{props.children(target)}</Suspense>;
}
