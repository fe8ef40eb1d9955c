import type { Settings } from '../core/index.ts';
import { bear, type Graph, ownerAt, ownerOf } from './graph.ts';
import { canBeOne, claim, contradicted, cut, type Evidence, link, type Move, namespaceOf } from './link.ts';
import { merge } from './merge.ts';
import type { JudgedIdentity, Namespaces } from './normalise.ts';
import type { FragmentRef, Person } from './person.ts';

/** The linking rules of a workspace, prepared once. */
export interface Rules {
  readonly namespaces: Namespaces;
  readonly unique: ReadonlySet<string>;
  readonly joinPolicy: Settings['joinPolicy'];
  readonly identitiesMax: number;
}

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
  const known = evidence.identities.filter((identity) => identity.namespace.subject === 'person');
  const devices = evidence.identities.filter((identity) => identity.namespace.subject === 'device');
  const person =
    known.length > 0
      ? resolveKnown(evidence, byPriority(known), devices, graph, rules, moves)
      : resolveAnonymous(evidence, devices, graph, rules, moves);
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

/** Whether the event is evidence that its devices belong to the person it names. */
function joinsDevices(evidence: Evidence, rules: Rules): boolean {
  return (
    rules.joinPolicy === 'always' || (rules.joinPolicy === 'on-authentication' && evidence.authenticated)
  );
}

/** The identities about whose links the event says something: a person's event says nothing of devices it does not join. */
export function speaksFor(evidence: Evidence, rules: Rules): readonly JudgedIdentity[] {
  if (joinsDevices(evidence, rules)) return evidence.identities;
  const known = evidence.identities.filter((identity) => identity.namespace.subject === 'person');
  return known.length > 0 ? known : evidence.identities;
}

function resolveKnown<F extends FragmentRef>(
  evidence: Evidence,
  known: readonly JudgedIdentity[],
  devices: readonly JudgedIdentity[],
  graph: Graph<F>,
  rules: Rules,
  moves: Move[],
): Person<F> {
  const joins =
    rules.joinPolicy === 'always' || (rules.joinPolicy === 'on-authentication' && evidence.authenticated);
  let person = joinKnown(evidence, known, graph, rules, moves);
  if (!person && joins) person = anonymousOwner(devices, known, graph, rules);
  person ??= bear(graph, known[0]!);
  for (const identity of known) linkKnown(evidence, identity, person, graph, moves);
  if (!joins) return person;
  for (const device of devices) person = joinDevice(evidence, device, person, graph, rules, moves);
  return person;
}

/** Brings the people whom the known identities name together where nothing forbids it; the strongest leads. */
function joinKnown<F extends FragmentRef>(
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
function linkKnown<F extends FragmentRef>(
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

/** The anonymous person of the devices, who becomes known by this event. */
function anonymousOwner<F extends FragmentRef>(
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
function joinDevice<F extends FragmentRef>(
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

/** Nobody is named: the event belongs to whoever had the sending device at that time, and the other devices join her. */
function resolveAnonymous<F extends FragmentRef>(
  evidence: Evidence,
  devices: readonly JudgedIdentity[],
  graph: Graph<F>,
  rules: Rules,
  moves: Move[],
): Person<F> {
  const sender = devices[0]!;
  const past = pastOwner(graph, sender.key, evidence.time);
  if (past) return past;
  const owners = devices.map((device) => ownerOf(graph, device.key));
  let person: Person<F> = owners.find((owner) => owner !== undefined) ?? bear(graph, sender);
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
    }
  }
  return person;
}

/** Who had the device when the event happened, when that is somebody else than today. */
function pastOwner<F extends FragmentRef>(graph: Graph<F>, key: string, time: number): Person<F> | undefined {
  if (!graph.node(key)?.owners.length) return undefined;
  const past = ownerAt(graph, key, time);
  return past === ownerOf(graph, key) ? undefined : past;
}

/**
 * Whose event it was, told from a graph that has moved on: used when the log is read again up to the checkpoint.
 * Whoever was changed by a move since then was written with it, so that her record says she has seen the event.
 */
export function subjectOf<F extends FragmentRef>(evidence: Evidence, graph: Graph<F>): Person<F> | undefined {
  const known = evidence.identities.filter((identity) => identity.namespace.subject === 'person');
  if (known.length > 0) return ownerOf(graph, byPriority(known)[0]!.key);
  const sender = evidence.identities[0]!;
  return pastOwner(graph, sender.key, evidence.time) ?? ownerOf(graph, sender.key);
}

/** At most so many identities: the device unused longest leaves first, then the oldest other one. */
function leaveOldest<F extends FragmentRef>(
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

/** Whether anything says who she is. */
export function isKnown<F extends FragmentRef>(person: Person<F>, rules: Pick<Rules, 'namespaces'>): boolean {
  for (const key in person.links)
    if (rules.namespaces.get(namespaceOf(key))?.subject === 'person') return true;
  return false;
}

function isApart<F extends FragmentRef>(
  graph: Graph<F>,
  identity: JudgedIdentity,
  person: Person<F>,
): boolean {
  const apart = graph.node(identity.key)?.apart;
  return apart?.some((key) => person.links[key] !== undefined) ?? false;
}

function byPriority(identities: readonly JudgedIdentity[]): JudgedIdentity[] {
  return identities.toSorted((a, b) => a.namespace.priority - b.namespace.priority);
}

/** Prepares the linking rules of the settings. */
export function rulesOf(settings: Settings, namespaces: Namespaces): Rules {
  return {
    namespaces,
    unique: new Set(
      settings.namespaces.filter((namespace) => namespace.unique).map((namespace) => namespace.name),
    ),
    joinPolicy: settings.joinPolicy,
    identitiesMax: settings.identitiesPerPersonMax,
  };
}
