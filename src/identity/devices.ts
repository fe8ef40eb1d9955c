import { type Graph, ownerAt, ownerOf } from './graph.ts';
import { canBeOne, claim, type Evidence, isApart, link, type Move } from './link.ts';
import { merge } from './merge.ts';
import type { IdentityKey, JudgedIdentity } from './normalise.ts';
import type { FragmentRef, Person } from './person.ts';
import { isKnown, type Rules } from './rules.ts';

/** The anonymous person of the devices, who becomes known by an event that names somebody. */
export function anonymousOwner<F extends FragmentRef>(
  devices: readonly JudgedIdentity[],
  known: readonly JudgedIdentity[],
  graph: Graph<F>,
  rules: Rules,
): Person<F> | undefined {
  for (const device of devices) {
    const owner = ownerOf(graph, device.key);
    if (!owner || isKnown(owner, rules) || isApart(graph, device, owner)) continue;
    if (!known.some((identity) => isApart(graph, identity, owner))) return owner;
  }
  return undefined;
}

/** Joins a device to the person who authenticated on it: its anonymous past merges, another person's claim ends. */
export function joinDevice<F extends FragmentRef>(
  evidence: Evidence,
  device: JudgedIdentity,
  person: Person<F>,
  graph: Graph<F>,
  rules: Rules,
  moves: Move[],
): Person<F> {
  const owner = ownerOf(graph, device.key);
  if (isApart(graph, device, person)) return person;
  if (!owner || owner === person) {
    const move = link(graph, person, device.key, evidence);
    if (move) moves.push(move);
    return person;
  }
  if (!isKnown(owner, rules) && canBeOne(person, owner, rules.unique, graph)) {
    const merged = merge(graph, person, owner, rules.namespaces, evidence);
    moves.push(merged.move);
    link(graph, merged.person, device.key, evidence);
    return merged.person;
  }
  // A late event does not take a device back from somebody who authenticated on it since.
  if ((owner.links[device.key]?.last ?? 0) <= evidence.time)
    moves.push(claim(graph, owner, person, device.key, evidence));
  return person;
}

/** The devices of an event that names nobody are one person's, unless two of them are known people's. */
export function joinDevices<F extends FragmentRef>(
  evidence: Evidence,
  devices: readonly JudgedIdentity[],
  first: Person<F>,
  graph: Graph<F>,
  rules: Rules,
  moves: Move[],
): Person<F> {
  let person = first;
  for (const device of devices) {
    const owner = ownerOf(graph, device.key);
    if (!owner || owner === person) {
      const move = link(graph, person, device.key, evidence);
      if (move) moves.push(move);
    } else if (
      !(isKnown(owner, rules) && isKnown(person, rules)) &&
      canBeOne(person, owner, rules.unique, graph)
    ) {
      const merged = merge(graph, person, owner, rules.namespaces, evidence);
      person = merged.person;
      moves.push(merged.move);
      link(graph, person, device.key, evidence);
    }
  }
  return person;
}

/** Who had the device when an event happened, when that is somebody else than today. */
export function pastOwner<F extends FragmentRef>(
  graph: Graph<F>,
  key: IdentityKey,
  time: number,
): Person<F> | undefined {
  if (!graph.node(key)?.owners.length) return undefined;
  const past = ownerAt(graph, key, time);
  return past === ownerOf(graph, key) ? undefined : past;
}
