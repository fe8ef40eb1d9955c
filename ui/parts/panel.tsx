import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';
import styles from './panel.module.css';

/** A card with a title. What fails in it leaves the others alone. */
export function Panel(props: {
  readonly title: string;
  /** Beside the title, e.g. a count. */
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const id = useId();
  return (
    <section className={`${styles.panel} ${props.className ?? ''}`} aria-labelledby={id}>
      <div className={styles.head}>
        <div className={styles.title}>
          <Title order={2} id={id}>
            {props.title}
          </Title>
          {props.note}
        </div>
        {props.actions}
      </div>
      <ErrorBoundary>{props.children}</ErrorBoundary>
    </section>
  );
}
