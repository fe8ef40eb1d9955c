import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useWords } from '../language/speech.tsx';
import { Failure } from './failure.tsx';
import styles from './states.module.css';

/** Why something was not saved. When somebody else was quicker it says so, and offers to read what is there now. */
export function SaveFailure(props: { readonly error: unknown; readonly onReload?: () => void }): ReactNode {
  const words = useWords().shell.states;
  const { error, onReload } = props;
  const isConflict = error instanceof ApiProblem && error.code === 'definition.changed';
  if (!isConflict) return <Failure isDeed error={error} />;
  return (
    <div className={styles.failure} role="alert">
      <div>
        <Text size="sm" fw={600}>
          {words.conflict}
        </Text>
        <Text size="sm">{words.conflictWhy}</Text>
        {onReload && (
          <Button size="xs" variant="default" mt={8} onClick={onReload}>
            {words.readAnew}
          </Button>
        )}
      </div>
    </div>
  );
}
