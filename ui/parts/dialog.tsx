import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useReturnFocus } from './use-return-focus.ts';

/** A dialog that is open while it is there: it takes the focus, Escape closes it, and the focus goes back. */
export function Dialog(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: ModalProps['size'];
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords().shell;
  useReturnFocus();
  return (
    <Modal
      opened
      returnFocus={false}
      onClose={props.onClose}
      title={props.title}
      size={props.size ?? 'md'}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {props.children}
    </Modal>
  );
}
