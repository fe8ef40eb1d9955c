import type { CSSProperties, ReactNode } from 'react';
import styles from './plain-table.module.css';

/** The head of a column; a text alone is shown as it is. */
export type Head =
  | string
  | {
      readonly text: string;
      readonly className?: string | undefined;
      /** The text is for those who are read to: what stands below speaks for itself. */
      readonly isHidden?: true;
      /** Stands there in place of the text. */
      readonly shown?: ReactNode;
    };

/**
 * A table of as many rows as one looks at together; where the page is too narrow it scrolls by itself. The table of the
 * library would bring its own scrollbars, and what places popovers: a tenth of a page.
 */
export function PlainTable(props: {
  readonly heads: readonly Head[];
  /** The rows. */
  readonly children: ReactNode;
  /** Pixels above and below what stands in a row. */
  readonly verticalSpacing?: number;
  /** Pixels; where there are fewer it scrolls. */
  readonly minWidth?: number;
  /** As wide as what is in it. */
  readonly isNarrow?: boolean;
  readonly highlightOnHover?: boolean;
}): ReactNode {
  const { verticalSpacing = 6, minWidth, isNarrow = false, highlightOnHover = false } = props;
  const look = { '--row-padding': `${verticalSpacing}px`, minWidth, width: isNarrow ? 'auto' : undefined };
  return (
    <div className={styles.scroll}>
      <table className={styles.table} data-hover={highlightOnHover} style={look as CSSProperties}>
        <thead>
          <tr>
            {props.heads
              .map((head) => (typeof head === 'string' ? { text: head } : head))
              .map((head) => (
                <th key={head.text} className={head.className}>
                  {head.isHidden ? (
                    <span className="visually-hidden">{head.text}</span>
                  ) : (
                    (head.shown ?? head.text)
                  )}
                </th>
              ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  );
}
