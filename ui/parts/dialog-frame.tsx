import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import type { DialogProps } from './dialog.tsx';

/** The window of a dialog. */
export function DialogFrame({ title, onClose, size = 'md', children }: DialogProps): ReactNode {
  const words = useWords().shell;
  return (
    <Modal
      opened
      returnFocus={false}
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {children}
    </Modal>
  );
}
