import { Button } from '@mantine/core';
import type { QueryKey, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Empty } from './empty.tsx';
import { Failure } from './failure.tsx';
import { Lines, Slow, Stopped } from './loaded.tsx';

const LINES = 8;

/** The states of a list that is loaded page by page: failed, first load, empty, there, with the button for more. */
export function LoadedPages<Row>(props: {
  readonly query: UseInfiniteQueryResult<unknown>;
  /** The rows of all pages so far. */
  readonly rows: readonly Row[];
  /** Why there is nothing. */
  readonly empty: string;
  /** What the button for the next page says. */
  readonly more: string;
  /** The key of the question, when it may take long: it can be cancelled. */
  readonly queryKey?: QueryKey;
  readonly children: ReactNode;
}): ReactNode {
  const { query, rows, empty, more, queryKey, children } = props;
  if (query.isPending && query.fetchStatus === 'idle' && queryKey)
    return <Stopped onAgain={() => void query.refetch()} />;
  return (
    <>
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Lines count={LINES} />}
      {query.isFetching && queryKey && <Slow queryKey={queryKey} />}
      {query.isSuccess && rows.length === 0 && <Empty why={empty} />}
      {rows.length > 0 && children}
      {query.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          mt={8}
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {more}
        </Button>
      )}
    </>
  );
}
