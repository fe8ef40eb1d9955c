import type { ReactNode } from 'react';

/** One thing that a menu offers: something that is done, or a file to save. */
export interface MenuChoice {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDangerous?: boolean;
  readonly onChoose?: () => void;
  /** The address of a file. */
  readonly download?: string;
}
