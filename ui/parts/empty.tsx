import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Why there is nothing, and what to do next. */
export function Empty({ why, children }: { readonly why: string; readonly children?: ReactNode }): ReactNode {
  return (
    <div className={styles.empty}>
      <Text size="sm" c="dimmed">
        {why}
      </Text>
      {children}
    </div>
  );
}
