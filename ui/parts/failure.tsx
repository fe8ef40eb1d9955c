import { Button, Code, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useWords } from '../language/speech.tsx';
import styles from './states.module.css';

/** What went wrong in plain words, a way to try again, and the id by which the server's log names the request. */
export function Failure({
  error,
  retry,
  isDeed = false,
}: {
  readonly error: unknown;
  /** Something was to be done; otherwise something was to be loaded. */
  readonly isDeed?: boolean;
  readonly retry?: () => void;
}): ReactNode {
  const words = useWords().shell.states;
  const problem = error instanceof ApiProblem ? error : undefined;
  const cause =
    problem?.status === 0
      ? words.unreachable
      : problem?.status === 403
        ? words.forbidden
        : problem?.status === 404 && !isDeed
          ? words.absent
          : problem?.code === 'warehouse.unavailable'
            ? words.noHistory
            : problem?.code === 'condition.invalid'
              ? `${words.unfit} ${problem.message}`
              : (problem?.message ?? words.broken);
  // To ask again for what is not there or not allowed gives the same.
  const mayHelp = isDeed || (problem?.status !== 403 && problem?.status !== 404);
  return (
    <div className={styles.failure} role="alert">
      <IconAlertTriangle size={18} aria-hidden className={styles.failureIcon} />
      <div>
        <Text size="sm" fw={600}>
          {isDeed ? words.notDone : words.failed}
        </Text>
        <Text size="sm">{cause}</Text>
        {problem?.requestId && (
          <Text size="xs" c="dimmed">
            {words.requestId} <Code>{problem.requestId}</Code>
          </Text>
        )}
        {retry && mayHelp && (
          <Button size="xs" variant="default" mt={8} onClick={retry}>
            {words.retry}
          </Button>
        )}
      </div>
    </div>
  );
}
