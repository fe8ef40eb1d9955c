import { lazy, type ReactElement, type ReactNode } from 'react';
import { OnDemand } from './on-demand.tsx';

const OpenedMenu = lazy(async () => ({ default: (await import('./opened-menu.tsx')).OpenedMenu }));

/** One thing that a menu offers: something that is done, or a file to save. */
export interface MenuChoice {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDangerous?: boolean;
  readonly onChoose?: () => void;
  /** The address of a file. */
  readonly download?: string;
}

/** A button with a menu, which is loaded when somebody presses it. */
export function MenuButton(props: {
  readonly target: ReactElement<object>;
  readonly choices: readonly MenuChoice[];
  readonly width?: number;
}): ReactNode {
  return <OnDemand target={props.target}>{(target) => <OpenedMenu {...props} target={target} />}</OnDemand>;
}
