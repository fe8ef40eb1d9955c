import { inserted, without } from './json.ts';
import type { GroupNode, Join, LeafNode, NewId, Node } from './tree.ts';

/** A place in a group: before the part that stands there now. */
export interface Place {
  readonly group: string;
  readonly at: number;
}

/** The part with an id; undefined when it is gone. */
export function findNode(node: Node, id: string): Node | undefined {
  if (node.id === id) return node;
  if (node.kind === 'leaf') return undefined;
  for (const part of node.parts) {
    const found = findNode(part, id);
    if (found) return found;
  }
  return undefined;
}

/** The place of a part; undefined for the root and for what is gone. */
export function placeOf(root: GroupNode, id: string): Place | undefined {
  const at = root.parts.findIndex((part) => part.id === id);
  if (at >= 0) return { group: root.id, at };
  for (const part of root.parts)
    if (part.kind === 'group') {
      const found = placeOf(part, id);
      if (found) return found;
    }
  return undefined;
}

/** The tree with another node in place of one; it keeps everything else. */
export function replaceNode(root: GroupNode, id: string, make: (node: Node) => Node): GroupNode {
  const visit = (node: Node): Node => {
    if (node.id === id) return make(node);
    if (node.kind === 'leaf') return node;
    const parts = node.parts.map(visit);
    return parts.every((part, i) => part === node.parts[i]) ? node : { ...node, parts };
  };
  return visit(root) as GroupNode;
}

function inGroup(
  root: GroupNode,
  group: string,
  change: (parts: readonly Node[]) => readonly Node[],
): GroupNode {
  return replaceNode(root, group, (node) =>
    node.kind === 'group' ? { ...node, parts: change(node.parts) } : node,
  );
}

/** Puts a part in at a place. */
export function insert(root: GroupNode, { group, at }: Place, node: Node): GroupNode {
  return inGroup(root, group, (parts) => inserted(parts, at, node));
}

/** Takes a part out, and the groups that it leaves empty with it. */
export function remove(root: GroupNode, id: string): GroupNode {
  const place = placeOf(root, id);
  if (!place) return root;
  const rest = inGroup(root, place.group, (parts) => without(parts, place.at));
  const left = findNode(rest, place.group);
  return left?.kind === 'group' && left.parts.length === 0 && left.id !== root.id
    ? remove(rest, left.id)
    : rest;
}

/** Moves a part to a place that is named as it is before the move. A group cannot go into itself: then nothing changes. */
export function move(root: GroupNode, id: string, to: Place): GroupNode {
  const node = findNode(root, id);
  const from = placeOf(root, id);
  if (!node || !from || findNode(node, to.group)) return root;
  const at = from.group === to.group && from.at < to.at ? to.at - 1 : to.at;
  if (from.group === to.group && from.at === at) return root;
  // Put in first, so that a group which is left empty by it cannot be the one that it goes to.
  const taken = inGroup(root, from.group, (parts) => without(parts, from.at));
  const put = insert(taken, { group: to.group, at }, node);
  const left = findNode(put, from.group);
  return left?.kind === 'group' && left.parts.length === 0 && left.id !== root.id
    ? remove(put, left.id)
    : put;
}

/** Puts a copy with ids of its own behind a part. */
export function duplicate(root: GroupNode, id: string, newId: NewId): GroupNode {
  const node = findNode(root, id);
  const place = placeOf(root, id);
  if (!node || !place) return root;
  return insert(root, { ...place, at: place.at + 1 }, copyOf(node, newId));
}

function copyOf(node: Node, newId: NewId): Node {
  const id = newId();
  if (node.kind === 'leaf') return { ...node, id };
  return { ...node, id, parts: node.parts.map((part) => copyOf(part, newId)) };
}

/** Puts a part into a group of its own. */
export function wrap(root: GroupNode, id: string, join: Join, newId: NewId): GroupNode {
  const place = placeOf(root, id);
  if (!place) return root;
  return inGroup(root, place.group, (parts) =>
    parts.map((part) =>
      part.id === id ? { kind: 'group', id: newId(), nots: 0, join, parts: [part] } : part,
    ),
  );
}

/** Puts the parts of a group in its place. Only where that says the same does a menu offer it. */
export function unwrap(root: GroupNode, id: string): GroupNode {
  const node = findNode(root, id);
  const place = placeOf(root, id);
  if (node?.kind !== 'group' || !place) return root;
  return inGroup(root, place.group, (parts) =>
    parts.flatMap((part) => (part.id === id ? node.parts : [part])),
  );
}

/** Puts another document in place of a part's. */
export function edit(
  root: GroupNode,
  id: string,
  change: Partial<Pick<LeafNode, 'nots' | 'part'> & Pick<GroupNode, 'join'>>,
): GroupNode {
  return replaceNode(root, id, (node) => ({ ...node, ...change }) as Node);
}

/** The next place for a part up or down: past its neighbour, or out of its group at the edge; undefined where there is none. */
export function stepFrom(root: GroupNode, id: string, direction: 'up' | 'down'): Place | undefined {
  const place = placeOf(root, id);
  const group = place && findNode(root, place.group);
  if (!place || group?.kind !== 'group') return undefined;
  if (direction === 'up' && place.at > 0) return { group: place.group, at: place.at - 1 };
  if (direction === 'down' && place.at < group.parts.length - 1)
    return { group: place.group, at: place.at + 2 };
  const outer = placeOf(root, place.group);
  return outer && { group: outer.group, at: direction === 'up' ? outer.at : outer.at + 1 };
}

/** All groups into which a part may go, from the top. */
export function groupsFor(root: GroupNode, id: string): GroupNode[] {
  const found: GroupNode[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'leaf' || node.id === id) return;
    found.push(node);
    for (const part of node.parts) visit(part);
  };
  visit(root);
  return found;
}
