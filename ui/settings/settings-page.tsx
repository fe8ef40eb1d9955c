import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../access/use-me.ts';
import { useWords } from '../language/speech.tsx';
import { Page } from '../parts/page.tsx';
import { SECTIONS } from './sections.ts';
import styles from './settings.module.css';

/** The settings, a section at an address each. */
export function SettingsPage(): ReactNode {
  const words = useWords().settings;
  const may = useMay();
  return (
    <Page title={words.title}>
      <div className={styles.columns}>
        <nav aria-label={words.sections} className={styles.sections}>
          {SECTIONS.filter(({ permission }) => may(permission)).map(({ to, title }) => (
            <Link key={to} to={to} className={styles.section}>
              {title(words)}
            </Link>
          ))}
        </nav>
        <div className={styles.content}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}
