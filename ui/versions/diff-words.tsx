import type { ReactNode } from 'react';
import styles from './versions.module.css';
import { wordDiff } from './word-diff.ts';

/** What became of a text: what went is struck out, what came is underlined. */
export function DiffWords(props: { readonly before: string; readonly after: string }): ReactNode {
  return (
    <span className={styles.diff}>
      {wordDiff(props.before, props.after).map(({ kind, text }, i) => {
        const key = `${i} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
      })}
    </span>
  );
}
