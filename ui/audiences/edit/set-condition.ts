import { isDoc } from '../../conditions/model/json.ts';

/** What a set means as a condition, for its words: the same as the server makes of it (src/audience/set.ts). */
export function conditionOfSet(set: unknown): unknown {
  if (!isDoc(set)) return { member: set };
  const { union, intersect, from, exclude, condition } = set;
  if (Array.isArray(union)) return { any: union.map(conditionOfSet) };
  if (Array.isArray(intersect)) return { all: intersect.map(conditionOfSet) };
  if (from === undefined) return condition;
  const others = Array.isArray(exclude) ? exclude : [];
  return { all: [conditionOfSet(from), { not: { any: others.map(conditionOfSet) } }] };
}
