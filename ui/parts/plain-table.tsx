import { Table, type TableProps } from '@mantine/core';
import type { ReactNode } from 'react';
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

/** A table of as many rows as one looks at together; where the page is too narrow it scrolls by itself. */
export function PlainTable({
  heads,
  children,
  ...look
}: Pick<TableProps, 'miw' | 'w' | 'verticalSpacing' | 'highlightOnHover'> & {
  readonly heads: readonly Head[];
  /** The rows. */
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={styles.scroll}>
      <Table verticalSpacing={6} fz="sm" {...look}>
        <Table.Thead>
          <Table.Tr>
            {heads
              .map((head) => (typeof head === 'string' ? { text: head } : head))
              .map((head) => (
                <Table.Th key={head.text} className={head.className}>
                  {head.isHidden ? (
                    <span className="visually-hidden">{head.text}</span>
                  ) : (
                    (head.shown ?? head.text)
                  )}
                </Table.Th>
              ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </div>
  );
}
