import type { CSSProperties, ReactNode } from 'react';
import styles from './table.module.css';

/** A table of a page. That of the library brings its own scrollbars and what places popovers: a tenth of a page for nothing that shows. */
export function Table(props: {
  readonly children: ReactNode;
  /** Pixels above and below a row's text. */
  readonly verticalSpacing?: number;
  /** Below this it does not shrink. */
  readonly minWidth?: number;
  /** As wide as what is in it. */
  readonly isNarrow?: boolean;
  readonly highlightOnHover?: boolean;
}): ReactNode {
  const { children, verticalSpacing = 6, minWidth, isNarrow = false, highlightOnHover = false } = props;
  return (
    <table
      className={styles.table}
      data-hover={highlightOnHover}
      style={
        {
          '--row-padding': `${verticalSpacing}px`,
          minWidth,
          width: isNarrow ? 'auto' : undefined,
        } as CSSProperties
      }
    >
      {children}
    </table>
  );
}
