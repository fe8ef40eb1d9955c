import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../access/use-me.ts';
import { useWords } from '../language/speech.tsx';
import { navigationFor } from './pages.ts';
import styles from './shell.module.css';

/** The pages in groups; icons with titles for readers where there is little room. */
export function Navigation(): ReactNode {
  const words = useWords();
  const may = useMay();
  return navigationFor(may).map((group) => {
    const title = group.title?.(words);
    return (
      <div key={group.entries[0]!.to} className={styles.group}>
        {title && <div className={styles.groupTitle}>{title}</div>}
        <ul className={styles.list} aria-label={title ?? words.shell.navigation}>
          {group.entries.map((entry) => (
            <li key={entry.to}>
              <Link
                to={entry.to}
                activeOptions={{ exact: entry.to === '/', includeSearch: false }}
                className={styles.entry}
                title={entry.title(words)}
              >
                <entry.icon size={18} stroke={1.6} aria-hidden />
                <span className={styles.entryTitle}>{entry.title(words)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    );
  });
}
