import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Empty } from '../../parts/empty.tsx';
import { Failure } from '../../parts/failure.tsx';
import states from '../../parts/states.module.css';
import type { Drawn } from './use-answer.ts';

/** After so long the wait is shown, and can be ended. */
const LONG_MS = 2_000;
const TICK_MS = 500;

/** First load, refreshing, long wait with a way out, stopped, failed, empty, there. */
export function AnswerStates(props: {
  readonly result: UseQueryResult<Drawn>;
  readonly cancel: () => void;
  readonly isEmpty: (drawn: Drawn) => boolean;
  readonly children: (drawn: Drawn) => ReactNode;
}): ReactNode {
  const words = useWords().analysis.states;
  const { result, cancel } = props;
  const { data } = result;
  if (data === undefined) {
    if (result.isError) return <Failure error={result.error} retry={() => void result.refetch()} />;
    if (!result.isFetching)
      return (
        <Empty why={words.stopped}>
          <Button size="xs" variant="default" onClick={() => void result.refetch()}>
            {words.askAgain}
          </Button>
        </Empty>
      );
    return (
      <div role="status" aria-label={words.asking}>
        <Waiting cancel={cancel} />
        <Stack gap={10} py={6}>
          <Skeleton height={20} width="50%" />
          <Skeleton height={96} />
        </Stack>
      </div>
    );
  }
  return (
    <>
      {result.isFetching && (
        <>
          <div className={states.refreshing} title={words.asking} />
          <Waiting cancel={cancel} />
        </>
      )}
      {result.isError && <Failure error={result.error} retry={() => void result.refetch()} />}
      {props.isEmpty(data) && <Empty why={words.empty} />}
      {props.children(data)}
    </>
  );
}

function Waiting({ cancel }: { readonly cancel: () => void }): ReactNode {
  const words = useWords().analysis.states;
  const format = useFormat();
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - start), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (elapsed < LONG_MS) return null;
  return (
    <Group gap="xs" mb={6}>
      <Text size="xs" c="dimmed">
        {words.waiting(format.duration(elapsed))}
      </Text>
      <Button size="compact-xs" variant="default" onClick={cancel}>
        {words.cancel}
      </Button>
    </Group>
  );
}
