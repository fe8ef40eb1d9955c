import { useMemo } from 'react';
import { ApiProblem, type Finding } from '../../api/problem.ts';
import type { PartCount } from '../editor-context.ts';
import { type Finished, finishedOf } from '../model/finished.ts';
import { type GroupNode, type Node, placesOf, treeOf } from '../model/tree.ts';
import { type Counting, useEstimate } from './use-estimate.ts';

/** The server counts so many parts by themselves. */
const PARTS_MAX = 40;

/** People of a condition that is being edited, and of each of its parts. */
export interface ConditionCount extends Counting {
  /** By JSON pointer within the condition, as the editor takes them. */
  readonly counts: ReadonlyMap<string, PartCount>;
  /** What the server refuses to count, by JSON pointer within the condition. */
  readonly findings: readonly Finding[];
  /** Parts that are not filled in and not counted. */
  readonly leftOut: number;
  /** The condition without them; undefined when nothing is left. */
  readonly finished: unknown;
}

/** Counts a condition while it is edited, part by part; what is not filled in yet is left out. */
export function useConditionCount(value: unknown, reach = false): ConditionCount {
  const { finished, places } = useMemo(() => {
    let next = 0;
    const root = treeOf(value, () => String(next++));
    return { finished: finishedOf(root), places: placesOf(root), root };
  }, [value]);
  const { condition, leftOut } = finished;
  const parts = useMemo(() => partsIn(condition), [condition]);
  const counting = useEstimate(
    condition === undefined ? undefined : { condition, parts: parts > 1 && parts <= PARTS_MAX, reach },
  );
  const { estimate, error } = counting;
  const counts = useMemo(() => {
    const found = new Map<string, PartCount>();
    if (!estimate) return found;
    for (const { pointer, ...count } of [{ ...estimate, pointer: '' }, ...estimate.parts]) {
      const id = finished.places.get(pointer);
      const place = id === undefined ? undefined : places.get(id);
      if (place !== undefined) found.set(place, count);
    }
    return found;
  }, [estimate, finished, places]);
  const findings = useMemo(
    () =>
      error instanceof ApiProblem
        ? error.findings.map((finding) => ({
            ...finding,
            pointer: wholePlace(finding.pointer, finished, places),
          }))
        : [],
    [error, finished, places],
  );
  return { ...counting, counts, findings, leftOut, finished: condition };
}

/** The place in the whole condition of one in what was counted (under `/condition`). */
function wholePlace(pointer: string, finished: Finished, places: ReadonlyMap<string, string>): string {
  const inside = pointer.replace(/^\/condition/, '');
  const [at = '', id = ''] =
    [...finished.places]
      .filter(([place]) => inside === place || inside.startsWith(`${place}/`))
      .toSorted((a, b) => b[0].length - a[0].length)[0] ?? [];
  return (places.get(id) ?? '') + inside.slice(at.length);
}

/** The parts that the server would count, without the whole. */
function partsIn(condition: unknown): number {
  if (condition === undefined) return 0;
  const count = (node: Node): number =>
    1 + node.nots + (node.kind === 'group' ? node.parts.reduce((sum, part) => sum + count(part), 0) : 0);
  const root: GroupNode = treeOf(condition, () => '');
  return root.isFrame ? count(root) - 1 : count(root);
}
