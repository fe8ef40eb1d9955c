import { type Doc, isDoc } from './json.ts';

/** How the parts of a group are joined. */
export type Join = 'all' | 'any';

/** Parts that are joined. `nots` counts the `not`s around it. */
export interface GroupNode {
  readonly kind: 'group';
  /** Stays with the part while it is moved and edited; never in the document. */
  readonly id: string;
  readonly nots: number;
  readonly join: Join;
  readonly parts: readonly Node[];
  /** Only the frame of the editor around a single part: it is not in the document while it holds one. */
  readonly isFrame?: true;
}

/** One part that joins no others: its document, whatever it says. */
export interface LeafNode {
  readonly kind: 'leaf';
  readonly id: string;
  readonly nots: number;
  readonly part: Doc;
}

/** A condition as the editor holds it. */
export type Node = GroupNode | LeafNode;

/** Gives an id that no other part has. */
export type NewId = () => string;

/**
 * A condition as a tree whose root is a group. Where the part at a place is of the same kind as in `before`, it keeps its id, so that
 * what is on screen stays where it is when edits are taken back. `conditionOf` gives the very same document again.
 */
export function treeOf(condition: unknown, newId: NewId, before?: GroupNode): GroupNode {
  if (condition === undefined || condition === null)
    return { kind: 'group', id: before?.id ?? newId(), nots: 0, join: 'all', parts: [], isFrame: true };
  const isWithin = before?.isFrame && before.parts.length === 1;
  const node = nodeOf(condition, newId, isWithin ? undefined : before);
  if (node.kind === 'group') return node;
  const inner = nodeOf(condition, newId, before?.parts[0]);
  return { kind: 'group', id: before?.id ?? newId(), nots: 0, join: 'all', parts: [inner], isFrame: true };
}

function nodeOf(condition: unknown, newId: NewId, before: Node | undefined): Node {
  let nots = 0;
  let inner = condition;
  while (isOnly(inner, 'not')) {
    inner = inner['not'];
    nots++;
  }
  for (const join of ['all', 'any'] as const)
    if (isOnly(inner, join) && Array.isArray(inner[join])) {
      const known = before?.kind === 'group' ? before : undefined;
      const parts = inner[join].map((part: unknown, i) => nodeOf(part, newId, known?.parts[i]));
      return { kind: 'group', id: known?.id ?? newId(), nots, join, parts };
    }
  const id = before?.kind === 'leaf' ? before.id : newId();
  // What is no object cannot be a part; it is kept under a key that the server will refuse, and shown as JSON.
  return { kind: 'leaf', id, nots, part: isDoc(inner) ? inner : { value: inner } };
}

function isOnly(value: unknown, key: string): value is Doc {
  return isDoc(value) && Object.keys(value).length === 1 && Object.hasOwn(value, key);
}

/** The document that a tree says; undefined for one without parts. */
export function conditionOf(root: GroupNode): unknown {
  if (root.parts.length === 0) return undefined;
  const [only] = root.parts;
  if (root.isFrame && root.nots === 0 && root.parts.length === 1 && only) return documentOf(only);
  return documentOf(root);
}

/** The document of one part. */
export function documentOf(node: Node): unknown {
  let document: unknown = node.kind === 'leaf' ? node.part : { [node.join]: node.parts.map(documentOf) };
  for (let i = 0; i < node.nots; i++) document = { not: document };
  return document;
}

/** Whether the part stands for its opposite. */
export function isNegated({ nots }: Node): boolean {
  return nots % 2 === 1;
}

/** Where each part stands in the document that `conditionOf` gives, as JSON pointers by id. */
export function placesOf(root: GroupNode): Map<string, string> {
  const places = new Map<string, string>();
  const visit = (node: Node, pointer: string): void => {
    places.set(node.id, pointer);
    if (node.kind === 'leaf') return;
    const inside = pointer + '/not'.repeat(node.nots);
    for (const [i, part] of node.parts.entries()) visit(part, `${inside}/${node.join}/${i}`);
  };
  if (root.isFrame && root.nots === 0 && root.parts.length < 2) {
    places.set(root.id, '');
    if (root.parts[0]) visit(root.parts[0], '');
  } else visit(root, '');
  return places;
}
