import type { Node } from './model/tree.ts';

/** The part that a menu is about. */
export interface PartMenuProps {
  readonly node: Node;
  readonly label: string;
  readonly asJson?: boolean;
  readonly onJson?: (asJson: boolean) => void;
}
