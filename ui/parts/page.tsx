import { Anchor, Breadcrumbs, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../language/speech.tsx';
import styles from './page.module.css';

/** One step on the way to a page. */
export interface Crumb {
  readonly title: string;
  /** The address that it leads to. */
  readonly to: string;
}

/** The frame of every page: the way to it, its title, a line about its state, and what can be done. */
export function Page(props: {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  readonly state?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords().shell;
  const { title, crumbs = [] } = props;
  useEffect(() => {
    document.title = `${title} · Rapport`;
  }, [title]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div className={styles.heading}>
          {crumbs.length > 0 && (
            <nav aria-label={words.breadcrumbs}>
              <Breadcrumbs separator="›" fz="xs" mb={2}>
                {crumbs.map((crumb) => (
                  <Anchor key={crumb.to} size="xs" renderRoot={(rest) => <Link to={crumb.to} {...rest} />}>
                    {crumb.title}
                  </Anchor>
                ))}
              </Breadcrumbs>
            </nav>
          )}
          <Title order={1}>{title}</Title>
          {props.state && (
            <Text component="div" size="sm" c="dimmed">
              {props.state}
            </Text>
          )}
        </div>
        {props.actions && <Group gap="xs">{props.actions}</Group>}
      </header>
      {props.children}
    </div>
  );
}
