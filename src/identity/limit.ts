import type { Graph } from './graph.ts';
import { cut, type Evidence, type Move, namespaceOf } from './link.ts';
import type { FragmentRef, Person } from './person.ts';
import type { Rules } from './rules.ts';

/** At most so many identities: the device unused longest leaves first, then the oldest other one. */
export function leaveOldest<F extends FragmentRef>(
  evidence: Evidence,
  person: Person<F>,
  graph: Graph<F>,
  rules: Rules,
  moves: Move[],
): void {
  let excess = Object.keys(person.links).length - rules.identitiesMax;
  if (excess <= 0) return;
  const isDevice = (key: string) => rules.namespaces.get(namespaceOf(key))?.subject === 'device';
  const leaving = Object.keys(person.links).sort(
    (a, b) =>
      Number(isDevice(b)) - Number(isDevice(a)) ||
      person.links[a]!.last - person.links[b]!.last ||
      (a < b ? -1 : 1),
  );
  for (const key of leaving) {
    if (excess-- <= 0) break;
    moves.push(cut(graph, person, key, evidence.time, `more than ${rules.identitiesMax} identities`));
  }
}
