import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { Empty } from '../parts/empty.tsx';
import { Page } from '../parts/page.tsx';

/** Nothing is at this address. */
export function NotFound(): ReactNode {
  const words = useWords().shell;
  return (
    <Page title={words.notFound}>
      <Empty why={words.notFoundWhy}>
        <Link to="/">{words.nav.home}</Link>
      </Empty>
    </Page>
  );
}
