import { anonymousOwner, joinDevice, joinDevices, pastOwner } from './devices.ts';
import { bear, type Graph, ownerOf } from './graph.ts';
import { joinKnown, linkKnown } from './known.ts';
import { leaveOldest } from './limit.ts';
import { type Evidence, link, type Move } from './link.ts';
import type { JudgedIdentity } from './normalise.ts';
import type { FragmentRef, Person } from './person.ts';
import { devicesOf, joinsDevices, knownOf, type Rules, speaksFor } from './rules.ts';

/** Whose event it is, and what its identities changed in the graph. */
export interface Resolution<F extends FragmentRef> {
  readonly person: Person<F>;
  readonly moves: readonly Move[];
}

const NO_MOVES: readonly Move[] = [];

/**
 * Decides whose event it is and lets its identities link, cut, claim and merge (the rules: docs/identity.md).
 * Everything the identities can lead to must be loaded in the graph. Pure but for the graph it is given.
 */
export function resolve<F extends FragmentRef>(
  evidence: Evidence,
  graph: Graph<F>,
  rules: Rules,
): Resolution<F> {
  const settled = alreadyOne(evidence, graph, rules);
  if (settled) return { person: settled, moves: NO_MOVES };
  const moves: Move[] = [];
  const known = knownOf(evidence);
  const person =
    known.length > 0
      ? resolveKnown(evidence, known, graph, rules, moves)
      : resolveAnonymous(evidence, graph, rules, moves);
  leaveOldest(evidence, person, graph, rules, moves);
  return { person, moves };
}

/** The usual case: every identity of the event belongs to one person already. */
function alreadyOne<F extends FragmentRef>(
  evidence: Evidence,
  graph: Graph<F>,
  rules: Rules,
): Person<F> | undefined {
  let person: Person<F> | undefined;
  for (const { key } of evidence.identities) {
    const node = graph.node(key);
    if (!node || node.person === 0 || node.owners.length > 0) return undefined;
    const owner = graph.person(node.person);
    if (!owner || owner.into !== undefined || (person && owner !== person)) return undefined;
    person = owner;
  }
  if (person) for (const { key } of speaksFor(evidence, rules)) link(graph, person, key, evidence);
  return person;
}

/** Somebody is named: the event is hers, and her devices join her where the policy lets them. */
function resolveKnown<F extends FragmentRef>(
  evidence: Evidence,
  known: readonly JudgedIdentity[],
  graph: Graph<F>,
  rules: Rules,
  moves: Move[],
): Person<F> {
  const devices = joinsDevices(evidence, rules) ? devicesOf(evidence) : [];
  let person =
    joinKnown(evidence, known, graph, rules, moves) ??
    anonymousOwner(devices, known, graph, rules) ??
    bear(graph, known[0]!);
  for (const identity of known) linkKnown(evidence, identity, person, graph, moves);
  for (const device of devices) person = joinDevice(evidence, device, person, graph, rules, moves);
  return person;
}

/** Nobody is named: the event belongs to whoever had the sending device at that time, and the other devices join her. */
function resolveAnonymous<F extends FragmentRef>(
  evidence: Evidence,
  graph: Graph<F>,
  rules: Rules,
  moves: Move[],
): Person<F> {
  const devices = devicesOf(evidence);
  const sender = devices[0]!;
  const past = pastOwner(graph, sender.key, evidence.time);
  if (past) return past;
  const owners = devices.map((device) => ownerOf(graph, device.key));
  const person = owners.find((owner) => owner !== undefined) ?? bear(graph, sender);
  return joinDevices(evidence, devices, person, graph, rules, moves);
}

/**
 * Whose event it was, told from a graph that has moved on: used when the log is read again up to the checkpoint.
 * Whoever was changed by a move since then was written with it, so that her record says she has seen the event.
 */
export function subjectOf<F extends FragmentRef>(evidence: Evidence, graph: Graph<F>): Person<F> | undefined {
  const [strongest] = knownOf(evidence);
  if (strongest) return ownerOf(graph, strongest.key);
  const sender = evidence.identities[0]!;
  return pastOwner(graph, sender.key, evidence.time) ?? ownerOf(graph, sender.key);
}
