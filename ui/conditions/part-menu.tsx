import { ActionIcon } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import { Menu } from '../parts/menu.tsx';
import styles from './conditions.module.css';
import { useDrag } from './drag-context.ts';
import { useEditor } from './editor-context.ts';
import { move, remove, stepFrom } from './model/moves.ts';
import { PartActs } from './part-acts.tsx';
import type { PartMenuProps } from './part-menu-props.ts';

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }));

/** The handle of a part: it is dragged by it, moved by the arrow keys, and a press opens what can be done with it. */
export function PartMenu(props: PartMenuProps): ReactNode {
  const words = useWords().conditions;
  const { node, label } = props;
  const { root, act, focus, isReadOnly } = useEditor();
  const drag = useDrag();
  const [isMoving, setMoving] = useState(false);
  if (isReadOnly) return <span className={styles.grip} />;
  const step = (direction: 'up' | 'down'): void => {
    const to = stepFrom(root, node.id, direction);
    if (!to) return;
    act((tree) => move(tree, node.id, to), words.moved);
    focus(node.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Delete') act((tree) => remove(tree, node.id), words.removed);
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    step(event.key === 'ArrowUp' ? 'up' : 'down');
  };
  const handle = (
    <ActionIcon
      className={styles.grip}
      size={24}
      variant="subtle"
      color="gray"
      data-handle={node.id}
      draggable
      aria-label={words.menu.open(label)}
      title={words.menu.drag(label)}
      onKeyDownCapture={onKeyDown}
      onDragStart={(event) => drag.start(node.id, event)}
      onDragEnd={drag.end}
    >
      <IconGripVertical size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <>
      <Menu target={handle} position="bottom-start">
        <PartActs {...props} onStep={step} onMove={() => setMoving(true)} />
      </Menu>
      {isMoving && (
        <Suspense>
          <MoveDialog node={node} label={label} onClose={() => setMoving(false)} />
        </Suspense>
      )}
    </>
  );
}
