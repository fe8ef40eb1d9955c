import { AppShell, Burger, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
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

const HEADER_PX = 48;
const WIDE_PX = 200;
/** Below 1280 px the navigation shows icons only. */
const NARROW_PX = 56;

/** What is around every page: header, navigation, the way past them by keyboard. */
export function Shell(): ReactNode {
  const words = useWords().shell;
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes when the page changes, whatever it changes to.
  useEffect(close, [path]);
  return (
    <AppShell
      header={{ height: HEADER_PX }}
      navbar={{
        width: { base: WIDE_PX, sm: NARROW_PX, lg: WIDE_PX },
        breakpoint: 'sm',
        collapsed: { mobile: !isOpen },
      }}
      padding="md"
      transitionDuration={0}
    >
      <a href="#main" className={styles.skip}>
        {words.skip}
      </a>
      <AppShell.Header className={styles.header}>
        <Group gap="xs" wrap="nowrap">
          <Burger
            opened={isOpen}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={isOpen ? words.closeMenu : words.openMenu}
          />
          <Wordmark />
        </Group>
        <SearchBox />
        <Group gap="xs" wrap="nowrap">
          <TaskCentre />
          <LanguageMenu />
          <SchemeButton />
          <UserMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={styles.navbar} aria-label={words.navigation}>
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1} className={styles.main}>
        <AwayBar />
        <Outlet />
      </AppShell.Main>
    </AppShell>
  );
}
