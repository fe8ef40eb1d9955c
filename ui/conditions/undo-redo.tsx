import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import styles from './conditions.module.css';
import type { useHistory } from './use-history.ts';

/** Buttons that take an edit back and bring it again. */
export function UndoRedo({
  history,
}: {
  readonly history: Pick<ReturnType<typeof useHistory>, 'undo' | 'redo' | 'canUndo' | 'canRedo'>;
}): ReactNode {
  const words = useWords().conditions;
  return (
    <div className={styles.history}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={words.undo}
        title={`${words.undo} (Ctrl Z)`}
        disabled={!history.canUndo}
        onClick={history.undo}
      >
        <IconArrowBackUp size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={words.redo}
        title={`${words.redo} (Ctrl Shift Z)`}
        disabled={!history.canRedo}
        onClick={history.redo}
      >
        <IconArrowForwardUp size={18} aria-hidden />
      </ActionIcon>
    </div>
  );
}
