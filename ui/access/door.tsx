import { Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { LanguageMenu } from '../shell/language-menu.tsx';
import { SchemeButton } from '../shell/scheme-button.tsx';
import styles from './door.module.css';

/** The frame of the pages before one is in. */
export function Door(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const { title } = props;
  useEffect(() => {
    document.title = `${title} · Rapport`;
  }, [title]);
  return (
    <main className={styles.door} id="main">
      <div className={styles.tools}>
        <LanguageMenu />
        <SchemeButton />
      </div>
      <div className={styles.card}>
        <div className={styles.mark}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span>Rapport</span>
        </div>
        <Title order={1}>{title}</Title>
        {props.children}
      </div>
    </main>
  );
}
