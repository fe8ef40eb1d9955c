import { Menu } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useEditor } from './editor-context.ts';
import { duplicate, edit, remove, stepFrom, unwrap, wrap } from './model/moves.ts';
import { isNegated } from './model/tree.ts';
import type { PartMenuProps } from './part-menu-props.ts';

/** What can be done with a part, at its handle; it is open when it appears. */
export function OpenedPartMenu(
  props: PartMenuProps & {
    readonly target: ReactElement;
    readonly onStep: (direction: 'up' | 'down') => void;
    readonly onMove: () => void;
  },
): ReactNode {
  const words = useWords().conditions;
  const { root, act, newId } = useEditor();
  const { node, onStep, onJson, asJson = false } = props;
  const { id } = node;
  return (
    <Menu defaultOpened position="bottom-start" withinPortal returnFocus>
      <Menu.Target>{props.target}</Menu.Target>
      <Menu.Dropdown>
        {(['up', 'down'] as const).map((direction) => (
          <Menu.Item
            key={direction}
            disabled={!stepFrom(root, id, direction)}
            onClick={() => onStep(direction)}
          >
            {words.menu[direction]}
          </Menu.Item>
        ))}
        <Menu.Item onClick={props.onMove}>{words.menu.moveTo}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => act((tree) => duplicate(tree, id, newId))}>
          {words.menu.duplicate}
        </Menu.Item>
        <Menu.Item onClick={() => act((tree) => wrap(tree, id, 'all', newId))}>
          {words.menu.wrapAll}
        </Menu.Item>
        <Menu.Item onClick={() => act((tree) => wrap(tree, id, 'any', newId))}>
          {words.menu.wrapAny}
        </Menu.Item>
        {node.kind === 'group' && !isNegated(node) && (
          <Menu.Item onClick={() => act((tree) => unwrap(tree, id))}>{words.menu.unwrap}</Menu.Item>
        )}
        <Menu.Item onClick={() => act((tree) => edit(tree, id, { nots: isNegated(node) ? 0 : 1 }))}>
          {words.menu.opposite}
        </Menu.Item>
        {onJson && (
          <Menu.Item onClick={() => onJson(!asJson)}>
            {asJson ? words.menu.controls : words.menu.json}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item color="var(--bad)" onClick={() => act((tree) => remove(tree, id), words.removed)}>
          {words.menu.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
