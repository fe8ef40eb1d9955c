import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Drawer.css';
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';

/** What a sheet is given. */
export interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: string;
  readonly children: ReactNode;
}

/** The panel of a sheet, at the right. */
export function SheetFrame({ title, onClose, size = 'md', children }: SheetProps): ReactNode {
  const words = useWords().shell;
  return (
    <Drawer
      opened
      returnFocus={false}
      onClose={onClose}
      position="right"
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': words.close }}
    >
      {children}
    </Drawer>
  );
}
