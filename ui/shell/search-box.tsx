import { Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import styles from './shell.module.css';

/** Loaded when somebody searches for the first time. */
const SearchDialog = lazy(async () => ({ default: (await import('./search-dialog.tsx')).SearchDialog }));

/** Opens the search over everything; so does Ctrl K (Cmd K). */
export function SearchBox(): ReactNode {
  const words = useWords().shell.search;
  const [askedCount, setAskedCount] = useState(0);
  const ask = (): void => setAskedCount((count) => count + 1);
  useHotkeys([['mod+K', ask]], []);
  return (
    <>
      <button type="button" className={styles.search} onClick={ask} aria-label={words.openLabel}>
        <IconSearch size={16} aria-hidden />
        <span className={styles.searchText}>{words.open}</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </button>
      {askedCount > 0 && (
        <Suspense>
          <SearchDialog askedCount={askedCount} />
        </Suspense>
      )}
    </>
  );
}
