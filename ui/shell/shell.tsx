import { ActionIcon, Group } from '@mantine/core';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { UserMenu } from '../access/user-menu.tsx';
import { useWords } from '../language/speech.tsx';
import { AwayBar } from './away-bar.tsx';
import { LanguageMenu } from './language-menu.tsx';
import { Navigation } from './navigation.tsx';
import { SchemeButton } from './scheme-button.tsx';
import { SearchBox } from './search-box.tsx';
import styles from './shell.module.css';
import { TaskCentre } from './task-centre.tsx';
import { Wordmark } from './wordmark.tsx';

/** What is around every page: header, navigation, the way past them by keyboard. */
export function Shell(): ReactNode {
  const words = useWords().shell;
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes when the page changes, whatever it changes to.
  useEffect(() => setOpen(false), [path]);
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {words.skip}
      </a>
      <header className={styles.header}>
        <Group gap="xs" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            hiddenFrom="sm"
            aria-expanded={isOpen}
            aria-label={isOpen ? words.closeMenu : words.openMenu}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <IconX size={20} aria-hidden /> : <IconMenu2 size={20} aria-hidden />}
          </ActionIcon>
          <Wordmark />
        </Group>
        <SearchBox />
        <Group gap="xs" wrap="nowrap">
          <TaskCentre />
          <LanguageMenu />
          <SchemeButton />
          <UserMenu />
        </Group>
      </header>
      <nav className={styles.navbar} aria-label={words.navigation} data-open={isOpen}>
        <Navigation />
      </nav>
      <main id="main" tabIndex={-1} className={styles.main}>
        <AwayBar />
        <Outlet />
      </main>
    </div>
  );
}
