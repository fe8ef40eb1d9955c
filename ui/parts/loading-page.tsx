import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure.tsx';
import { Lines } from './loaded.tsx';
import { type Crumb, Page } from './page.tsx';
import { Panel } from './panel.tsx';

const LINES = 8;

/** The page of one thing while it is not there: it loads, or it could not be loaded. */
export function LoadingPage(props: {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** What the panel is called. */
  readonly panel: string;
  readonly query: UseQueryResult<unknown>;
}): ReactNode {
  const { title, crumbs, panel, query } = props;
  return (
    <Page title={title} crumbs={crumbs}>
      <Panel title={panel}>
        {query.isError ? (
          <Failure error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Lines count={LINES} />
        )}
      </Panel>
    </Page>
  );
}
