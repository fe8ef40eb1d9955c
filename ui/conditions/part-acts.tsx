import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { MenuDivider, MenuItem } from '../parts/menu.tsx';
import { useEditor } from './editor-context.ts';
import { duplicate, edit, remove, stepFrom, unwrap, wrap } from './model/moves.ts';
import { isNegated } from './model/tree.ts';
import type { PartMenuProps } from './part-menu-props.ts';

const DIRECTIONS = ['up', 'down'] as const;

/** What can be done with a part, in the menu of its handle. */
export function PartActs(
  props: PartMenuProps & {
    readonly onStep: (direction: 'up' | 'down') => void;
    readonly onMove: () => void;
  },
): ReactNode {
  const words = useWords().conditions;
  const { root, act, newId } = useEditor();
  const { node, onStep, onJson, asJson = false } = props;
  const { id } = node;
  // The library would give the focus to the first item though it is disabled, and so to nothing.
  const first = DIRECTIONS.find((direction) => stepFrom(root, id, direction)) ?? 'moveTo';
  return (
    <>
      {DIRECTIONS.map((direction) => (
        <MenuItem
          key={direction}
          disabled={!stepFrom(root, id, direction)}
          data-autofocus={first === direction || undefined}
          onClick={() => onStep(direction)}
        >
          {words.menu[direction]}
        </MenuItem>
      ))}
      <MenuItem data-autofocus={first === 'moveTo' || undefined} onClick={props.onMove}>
        {words.menu.moveTo}
      </MenuItem>
      <MenuDivider />
      <MenuItem onClick={() => act((tree) => duplicate(tree, id, newId))}>{words.menu.duplicate}</MenuItem>
      <MenuItem onClick={() => act((tree) => wrap(tree, id, 'all', newId))}>{words.menu.wrapAll}</MenuItem>
      <MenuItem onClick={() => act((tree) => wrap(tree, id, 'any', newId))}>{words.menu.wrapAny}</MenuItem>
      {node.kind === 'group' && !isNegated(node) && (
        <MenuItem onClick={() => act((tree) => unwrap(tree, id))}>{words.menu.unwrap}</MenuItem>
      )}
      <MenuItem onClick={() => act((tree) => edit(tree, id, { nots: isNegated(node) ? 0 : 1 }))}>
        {words.menu.opposite}
      </MenuItem>
      {onJson && (
        <MenuItem onClick={() => onJson(!asJson)}>{asJson ? words.menu.controls : words.menu.json}</MenuItem>
      )}
      <MenuDivider />
      <MenuItem color="var(--bad)" onClick={() => act((tree) => remove(tree, id), words.removed)}>
        {words.menu.remove}
      </MenuItem>
    </>
  );
}
