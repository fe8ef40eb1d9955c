import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { type QueryKey, type UseQueryResult, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Chip } from './chip.tsx';
import { Empty } from './empty.tsx';
import { Failure } from './failure.tsx';
import styles from './states.module.css';
import { useNow } from './use-now.ts';

const ROWS = 4;
const SECOND_MS = 1_000;
/** A question that takes longer says so. */
const SLOW_SECONDS = 1;
/** Older data carries its age. */
const STALE_MS = 5 * 60_000;

/**
 * The states of a question to the server: first load (the shape of what will be), refreshing (the old data and a bar),
 * failed (with what there was before, if anything), stale (with its age), empty, there.
 */
export function Loaded<T>(props: {
  readonly query: UseQueryResult<T>;
  /** The shape of what will be; some lines by default. */
  readonly skeleton?: ReactNode;
  readonly isEmpty?: (data: T) => boolean;
  /** The key of the question, when it may take long: after a second it says so and can be cancelled. */
  readonly queryKey?: QueryKey;
  /** Why there is nothing. */
  readonly empty?: ReactNode;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const words = useWords().shell.states;
  const { query } = props;
  const slow = query.isFetching && props.queryKey !== undefined && (
    <Slow queryKey={props.queryKey} at={query.dataUpdatedAt} />
  );
  if (query.data === undefined && query.isError)
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined && query.fetchStatus === 'idle' && props.queryKey !== undefined)
    return <Stopped onAgain={() => void query.refetch()} />;
  if (query.data === undefined)
    return (
      <div role="status" aria-label={words.loading}>
        {props.skeleton ?? <Lines count={ROWS} />}
        {slow}
      </div>
    );
  return (
    <>
      {slow}
      {query.isFetching && <div className={styles.refreshing} title={words.updating} />}
      {query.isError && <Failure error={query.error} retry={() => void query.refetch()} />}
      <Staleness at={query.dataUpdatedAt} />
      {props.isEmpty?.(query.data)
        ? (props.empty ?? <Empty why={words.nothing} />)
        : props.children(query.data)}
    </>
  );
}

/** How long a question takes, once it takes long, of when what is shown meanwhile is, and the way to stop it: its request is aborted. */
export function Slow({
  queryKey,
  at = 0,
}: {
  readonly queryKey: QueryKey;
  /** When what is shown was asked (ms since the epoch); 0 where nothing is. */
  readonly at?: number;
}): ReactNode {
  const words = useWords().shell.states;
  const format = useFormat();
  const queries = useQueryClient();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((count) => count + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  if (seconds < SLOW_SECONDS) return null;
  return (
    <Text size="xs" c="dimmed" component="div">
      {words.slow(format.duration(seconds * SECOND_MS))}
      {at > 0 && ` · ${words.asOf(format.clock(at))}`}{' '}
      <Button size="compact-xs" variant="default" onClick={() => void queries.cancelQueries({ queryKey })}>
        {words.stop}
      </Button>
    </Text>
  );
}

/** In place of what was asked for, where the reader stopped the question. */
export function Stopped({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const words = useWords().shell.states;
  return (
    <Empty why={words.stopped}>
      <Button size="xs" variant="default" onClick={onAgain}>
        {words.askAgain}
      </Button>
    </Empty>
  );
}

/** Grey lines in place of text. */
export function Lines({ count }: { readonly count: number }): ReactNode {
  return (
    <Stack gap={10} py={6}>
      {Array.from({ length: count }, (_, i) => i + 1).map((line) => (
        <Skeleton key={line} height={14} width={line === count ? '60%' : '100%'} />
      ))}
    </Stack>
  );
}

function Staleness({ at }: { readonly at: number }): ReactNode {
  const words = useWords().shell.states;
  const format = useFormat();
  const now = useNow();
  if (at === 0 || now - at < STALE_MS) return null;
  return (
    <Text size="xs" mb={4}>
      <Chip tone="warn">{words.asOf(format.ago(at, now))}</Chip>
    </Text>
  );
}
