import type { Graph } from './graph.ts';
import { cut, type Evidence, type Move, namespaceOf } from './link.ts';
import type { IdentityKey } from './normalise.ts';
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
  const excess = Object.keys(person.links).length - rules.identitiesMax;
  for (let i = 0; i < excess; i++) {
    const why = `more than ${rules.identitiesMax} identities`;
    moves.push(cut(graph, person, oldest(person, rules), evidence.time, why));
  }
}

/** Nearly always one leaves, so a look at all of them is quicker than sorting. */
function oldest<F extends FragmentRef>({ links }: Person<F>, { namespaces }: Rules): IdentityKey {
  let found: IdentityKey | undefined;
  let isFoundDevice = false;
  for (const key in links) {
    const isDevice = namespaces.get(namespaceOf(key))?.subject === 'device';
    const isOlder =
      found === undefined ||
      (isDevice === isFoundDevice
        ? links[key]!.last < links[found]!.last || (links[key]!.last === links[found]!.last && key < found)
        : isDevice);
    if (isOlder) [found, isFoundDevice] = [key, isDevice];
  }
  return found!;
}
