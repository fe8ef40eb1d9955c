import { ActionIcon } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Draft } from './use-draft.ts';

/** Takes changes back and makes them again, also by Ctrl Z and Ctrl Shift Z outside of fields. */
export function UndoButtons({ undo, redo }: Pick<Draft, 'undo' | 'redo'>): ReactNode {
  const words = useWords().analysis;
  useHotkeys([
    ['mod+Z', () => undo?.()],
    ['mod+shift+Z', () => redo?.()],
  ]);
  return (
    <>
      <ActionIcon
        variant="default"
        size={30}
        disabled={!undo}
        onClick={undo}
        aria-label={words.undo}
        title={words.undo}
      >
        <IconArrowBackUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={30}
        disabled={!redo}
        onClick={redo}
        aria-label={words.redo}
        title={words.redo}
      >
        <IconArrowForwardUp size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}
