import { IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Place } from '../edit.ts';
import { carryPart } from '../model/drag-part.ts';
import styles from './frame.module.css';

/** Where a part is taken to be dragged. The menu of the part moves it too, so readers of the screen need not know of it. */
export function Grip({ place }: { readonly place: Place }): ReactNode {
  return (
    <span
      className={styles.grip}
      draggable
      aria-hidden="true"
      data-export="no"
      onDragStart={(event) => {
        carryPart(event.dataTransfer, place);
        const card = event.currentTarget.closest('section');
        if (card) event.dataTransfer.setDragImage(card, 16, 16);
      }}
    >
      <IconGripVertical size={14} />
    </span>
  );
}
