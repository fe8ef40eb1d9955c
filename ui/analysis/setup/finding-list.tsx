import type { ReactNode } from 'react';
import type { Finding } from './definitions.ts';
import styles from './setup.module.css';

/** What is wrong with a document, each with its place in it. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] | undefined }): ReactNode {
  return (
    <div aria-live="polite">
      {findings?.map(({ pointer, message }) => (
        <p key={`${pointer}${message}`} className={styles.fault}>
          <code>{pointer}</code> {message}
        </p>
      ))}
    </div>
  );
}
