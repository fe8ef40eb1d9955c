import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './conditions.module.css';
import type { Fault } from './editor-context.ts';

/** What is wrong with a part, below it. */
export function FaultLines({ faults }: { readonly faults: readonly Fault[] }): ReactNode {
  if (faults.length === 0) return null;
  return (
    <ul className={styles.faults}>
      {faults.map(({ pointer, severity, text }) => (
        <li key={`${pointer} ${text}`} data-severity={severity}>
          <IconAlertTriangle size={14} aria-hidden /> {text}
        </li>
      ))}
    </ul>
  );
}
