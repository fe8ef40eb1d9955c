import '@mantine/core/styles/NavLink.css';
import { NavLink } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useEditor } from './editor-context.ts';
import { groupsFor, move, type Place } from './model/moves.ts';
import { documentOf, type GroupNode, type Node } from './model/tree.ts';
import { useJoinName } from './use-join-name.ts';

/** Every place to which a part may be moved, as a list to choose from. */
export function MoveDialog(props: {
  readonly node: Node;
  readonly label: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = useWords().conditions;
  const joinName = useJoinName();
  const { root, act, say, focus } = useEditor();
  const { node, onClose } = props;
  const go = (to: Place): void => {
    onClose();
    act((tree) => move(tree, node.id, to), words.moved);
    focus(node.id);
  };
  const places = (group: GroupNode): { readonly place: Place; readonly label: string }[] => [
    { place: { group: group.id, at: 0 }, label: words.moveFirst(joinName(group)) },
    ...group.parts
      .filter((part) => part.id !== node.id)
      .map((part) => ({
        place: { group: group.id, at: group.parts.indexOf(part) + 1 },
        label: words.moveAfter(part.kind === 'group' ? joinName(part) : say(documentOf(part))),
      })),
  ];
  return (
    <Dialog title={words.moveTitle} onClose={onClose} size="lg">
      {groupsFor(root, node.id).flatMap((group, depth) =>
        places(group).map(({ place, label }) => (
          <NavLink
            key={`${place.group}:${place.at}`}
            component="button"
            label={label}
            pl={12 + Math.min(depth, 4) * 12}
            onClick={() => go(place)}
          />
        )),
      )}
    </Dialog>
  );
}
