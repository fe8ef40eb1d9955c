import { ActionIcon, Menu } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useWords } from '../language/speech.tsx';
import styles from './conditions.module.css';
import { useDrag } from './drag-context.ts';
import { useEditor } from './editor-context.ts';
import { duplicate, edit, move, remove, stepFrom, unwrap, wrap } from './model/moves.ts';
import { isNegated, type Node } from './model/tree.ts';
import { MoveDialog } from './move-dialog.tsx';

/** The handle of a part: it is dragged by it, moved by the arrow keys, and a press opens what can be done with it. */
export function PartMenu(props: {
  readonly node: Node;
  readonly label: string;
  readonly asJson?: boolean;
  readonly onJson?: (asJson: boolean) => void;
}): ReactNode {
  const words = useWords().conditions;
  const { node, label } = props;
  const { root, act, newId, focus, isReadOnly } = useEditor();
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
  const mayUnwrap = node.kind === 'group' && !isNegated(node);
  return (
    <>
      <Menu position="bottom-start" withinPortal returnFocus>
        <Menu.Target>
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
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => step('up')} disabled={!stepFrom(root, node.id, 'up')}>
            {words.menu.up}
          </Menu.Item>
          <Menu.Item onClick={() => step('down')} disabled={!stepFrom(root, node.id, 'down')}>
            {words.menu.down}
          </Menu.Item>
          <Menu.Item onClick={() => setMoving(true)}>{words.menu.moveTo}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => act((tree) => duplicate(tree, node.id, newId))}>
            {words.menu.duplicate}
          </Menu.Item>
          <Menu.Item onClick={() => act((tree) => wrap(tree, node.id, 'all', newId))}>
            {words.menu.wrapAll}
          </Menu.Item>
          <Menu.Item onClick={() => act((tree) => wrap(tree, node.id, 'any', newId))}>
            {words.menu.wrapAny}
          </Menu.Item>
          {mayUnwrap && (
            <Menu.Item onClick={() => act((tree) => unwrap(tree, node.id))}>{words.menu.unwrap}</Menu.Item>
          )}
          <Menu.Item onClick={() => act((tree) => edit(tree, node.id, { nots: isNegated(node) ? 0 : 1 }))}>
            {words.menu.opposite}
          </Menu.Item>
          {props.onJson && (
            <Menu.Item onClick={() => props.onJson?.(!props.asJson)}>
              {props.asJson ? words.menu.controls : words.menu.json}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => act((tree) => remove(tree, node.id), words.removed)}>
            {words.menu.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isMoving && <MoveDialog node={node} label={label} onClose={() => setMoving(false)} />}
    </>
  );
}
