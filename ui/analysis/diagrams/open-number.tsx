import type { ReactNode } from 'react';
import type { Opened, PartViewProps } from '../part-kind.ts';
import styles from './diagrams.module.css';

/** A number that opens: its people and events, an audience of them, a filter. It looks like text until it is pointed at. */
export function OpenNumber(props: {
  readonly opened: Opened;
  readonly onOpen: PartViewProps<object, unknown>['onOpen'];
  /** What is shown where that is not the value alone. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}): ReactNode {
  const { opened, onOpen, children, className } = props;
  return (
    <button
      type="button"
      className={`${styles.open} ${className ?? ''}`}
      title={`${opened.name}: ${opened.value}`}
      onClick={(event) => onOpen(opened, event.currentTarget)}
    >
      {children ?? opened.value}
    </button>
  );
}
