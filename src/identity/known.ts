import { type Graph, ownerOf } from './graph.ts';
import { canBeOne, contradicted, cut, type Evidence, isApart, link, type Move } from './link.ts';
import { merge } from './merge.ts';
import type { JudgedIdentity } from './normalise.ts';
import type { FragmentRef, Person } from './person.ts';
import type { Rules } from './rules.ts';

/** Brings the people whom the known identities name together where nothing forbids it; the strongest leads. */
export function joinKnown<F extends FragmentRef>(
  evidence: Evidence,
  known: readonly JudgedIdentity[],
  graph: Graph<F>,
  rules: Rules,
  moves: Move[],
): Person<F> | undefined {
  let person: Person<F> | undefined;
  for (const identity of known) {
    const owner = ownerOf(graph, identity.key);
    if (!owner || owner === person) continue;
    if (!person) {
      // A weaker identity may not lead to a person who contradicts a stronger one of the same event.
      const stronger = known.slice(0, known.indexOf(identity));
      if (stronger.some((other) => contradicted(owner, other) || isApart(graph, other, owner))) continue;
      person = owner;
      continue;
    }
    if (!canBeOne(person, owner, rules.unique, graph)) continue;
    const merged = merge(graph, person, owner, rules.namespaces, evidence);
    person = merged.person;
    moves.push(merged.move);
  }
  return person;
}

/** Links a known identity to the person of the event; whoever had it, or what it contradicts, gives way when older. */
export function linkKnown<F extends FragmentRef>(
  evidence: Evidence,
  identity: JudgedIdentity,
  person: Person<F>,
  graph: Graph<F>,
  moves: Move[],
): void {
  const owner = ownerOf(graph, identity.key);
  if (owner !== person) {
    if (isApart(graph, identity, person)) return;
    if (owner && (owner.links[identity.key]?.last ?? 0) > evidence.time) return;
    const rival = contradicted(person, identity);
    if (rival !== undefined) {
      if ((person.links[rival]?.last ?? 0) > evidence.time) return;
      moves.push(
        cut(graph, person, rival, evidence.time, `${identity.namespace.name} is unique and changed`),
      );
    }
    if (owner)
      moves.push(cut(graph, owner, identity.key, evidence.time, 'a newer event gave it to somebody else'));
    if (owner || rival !== undefined) graph.touch(person);
  }
  const move = link(graph, person, identity.key, evidence);
  if (move) moves.push(move);
}
