import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Modal, type ModalProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';

/** What a dialog is given. */
export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: ModalProps['size'];
  readonly children: ReactNode;
}

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
