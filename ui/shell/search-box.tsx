import { Kbd } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { SearchDialog } from './search-dialog.tsx';
import styles from './shell.module.css';

/** Opens the search over everything; so does Ctrl K (Cmd K). */
export function SearchBox(): ReactNode {
  const words = useWords().shell.search;
  return (
    <>
      <button type="button" className={styles.search} onClick={spotlight.open} aria-label={words.openLabel}>
        <IconSearch size={16} aria-hidden />
        <span className={styles.searchText}>{words.open}</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </button>
      <SearchDialog />
    </>
  );
}
