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
 * A table of as many rows as one looks at together; where the page is too narrow it scrolls by itself, or its rows are stacked. The table of the
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
  /**
   * On a phone what stands in a row stands below each other: `lines` that speak for themselves, or `fields` that are called by their
   * heads. It scrolls there unless said.
   */
  readonly stacked?: 'lines' | 'fields';
}): ReactNode {
  const { verticalSpacing = 6, minWidth = 0, isNarrow = false, highlightOnHover = false, stacked } = props;
  const look: Record<string, string | undefined> = {
    '--row-padding': `${verticalSpacing}px`,
    '--least': `${minWidth}px`,
    width: isNarrow ? 'auto' : undefined,
  };
  const heads = props.heads.map((head) => (typeof head === 'string' ? { text: head } : head));
  // Only a style sheet knows how narrow it is, so that it writes the heads.
  if (stacked === 'fields')
    for (const [i, { text, isHidden }] of heads.entries())
      if (!isHidden) look[`--head-${i + 1}`] = JSON.stringify(text);
  return (
    <div className={styles.scroll}>
      <table
        className={styles.table}
        data-hover={highlightOnHover}
        data-stacked={stacked}
        style={look as CSSProperties}
      >
        <thead>
          <tr>
            {heads.map((head) => (
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
