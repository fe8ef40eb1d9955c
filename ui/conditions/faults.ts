import type { Fault } from './editor-context.ts';
import type { GroupNode, Node } from './model/tree.ts';

/** Something that is wrong, or worth knowing, at a place of a condition. */
export interface PlacedFinding {
  /** JSON pointer within the condition; '' is the whole. */
  readonly pointer: string;
  /** error or warning */
  readonly severity: string;
  /** What is wrong and what to do, in the language of the reader. */
  readonly text: string;
}

/** What is wrong with each part, by its id: at the innermost part that the place lies in. */
export function faultsByPart(
  root: GroupNode,
  places: ReadonlyMap<string, string>,
  findings: readonly PlacedFinding[],
): Map<string, readonly Fault[]> {
  const found = new Map<string, Fault[]>();
  for (const { pointer, severity, text } of findings) {
    const node = innermost(root, places, pointer);
    const start = (places.get(node.id) ?? '') + '/not'.repeat(node.nots);
    const fault = { pointer: pointer.slice(start.length), severity, text };
    found.set(node.id, [...(found.get(node.id) ?? []), fault]);
  }
  return found;
}

function innermost(node: Node, places: ReadonlyMap<string, string>, pointer: string): Node {
  if (node.kind === 'leaf') return node;
  for (const part of node.parts) {
    const at = places.get(part.id) ?? '';
    if (pointer === at || pointer.startsWith(`${at}/`)) return innermost(part, places, pointer);
  }
  return node;
}
