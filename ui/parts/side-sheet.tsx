import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useReturnFocus } from './use-return-focus.ts';

/** A sheet at the side that is open while it is there; the focus goes in and back like that of a dialog. */
export function SideSheet(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: string;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords().shell;
  useReturnFocus();
  return (
    <Drawer
      opened
      returnFocus={false}
      onClose={props.onClose}
      position="right"
      title={props.title}
      size={props.size ?? 'md'}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {props.children}
    </Drawer>
  );
}
