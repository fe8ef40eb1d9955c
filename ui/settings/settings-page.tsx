import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useMay } from '../access/use-me.ts';
import { useWords } from '../language/speech.tsx';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { SECTIONS } from './sections.ts';
import styles from './settings.module.css';

/** The settings, a section at an address each. */
export function SettingsPage(): ReactNode {
  const {
    settings: words,
    shell: {
      states: { forbidden },
    },
  } = useWords();
  const may = useMay();
  const { pathname } = useLocation();
  const at = SECTIONS.find(({ to }) => to === pathname);
  const section = at?.title(words);
  // After the page has written its own title: tabs of several sections are told apart.
  useEffect(() => {
    if (section !== undefined) document.title = `${section} · ${words.title} · Rapport`;
  }, [section, words]);
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
          {at && !may(at.permission) ? (
            <Panel title={at.title(words)}>
              <Empty why={forbidden} />
            </Panel>
          ) : (
            <Outlet />
          )}
        </div>
      </div>
    </Page>
  );
}
