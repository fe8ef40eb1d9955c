import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './shell.module.css';

/** The name of the product; leads home. */
export function Wordmark(): ReactNode {
  return (
    <Link to="/" className={styles.wordmark}>
      <img src="/icon.svg" alt="" width={22} height={22} />
      <span>Rapport</span>
    </Link>
  );
}
