import { lazy, type ReactElement, type ReactNode } from 'react';
import type { MenuChoice } from './menu-choice.ts';
import { OnDemand } from './on-demand.tsx';

const OpenedMenu = lazy(async () => ({ default: (await import('./opened-menu.tsx')).OpenedMenu }));

/** A button with a menu, which is loaded when somebody presses it. */
export function MenuButton(props: {
  readonly target: ReactElement<object>;
  readonly choices: readonly MenuChoice[];
  readonly width?: number;
}): ReactNode {
  return <OnDemand target={props.target}>{(target) => <OpenedMenu {...props} target={target} />}</OnDemand>;
}
