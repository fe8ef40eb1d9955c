import type { ReactNode } from 'react';
import styles from './states.module.css';

/** How a chip is meant; the words say it too, never the colour alone. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'accent';

/** A few words in a pill. */
export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: Tone;
  readonly title?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className={styles.chip} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
