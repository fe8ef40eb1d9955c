import { isDoc } from './json.ts';
import { documentOf, type GroupNode, type Node } from './tree.ts';

/** Whether somebody still has to fill something in: a new control holds null, an empty text or an empty list. */
export function isUnfinished(value: unknown): boolean {
  if (value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0 || value.some(isUnfinished);
  if (!isDoc(value)) return false;
  const values = Object.values(value);
  return values.length === 0 || values.some(isUnfinished);
}

/** What of a condition can be counted already. */
export interface Finished {
  /** Without the parts that are not filled in yet; undefined when there is nothing else. */
  readonly condition: unknown;
  /** Ids of parts by their place in `condition`. */
  readonly places: ReadonlyMap<string, string>;
  /** How many parts were left out. */
  readonly leftOut: number;
}

/** Leaves out what is not filled in yet, so that the rest has its numbers. */
export function finishedOf(root: GroupNode): Finished {
  let leftOut = 0;
  const keep = (node: Node): Node | undefined => {
    if (node.kind === 'leaf') {
      if (!isUnfinished(node.part)) return node;
      leftOut++;
      return undefined;
    }
    const parts = node.parts.flatMap((part) => keep(part) ?? []);
    return parts.length === 0 ? undefined : { ...node, parts };
  };
  const kept = keep(root);
  const places = new Map<string, string>();
  const visit = (node: Node, pointer: string): void => {
    places.set(pointer, node.id);
    if (node.kind === 'leaf') return;
    const inside = pointer + '/not'.repeat(node.nots);
    for (const [i, part] of node.parts.entries()) visit(part, `${inside}/${node.join}/${i}`);
  };
  if (kept?.kind !== 'group') return { condition: undefined, places, leftOut };
  const [only] = kept.parts;
  const start = kept.isFrame && kept.nots === 0 && kept.parts.length === 1 && only ? only : kept;
  visit(start, '');
  return { condition: documentOf(start), places, leftOut };
}
