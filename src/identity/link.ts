import { type Graph, newNode } from './graph.ts';
import type { IdentityKey, JudgedIdentity } from './normalise.ts';
import type { FragmentRef, Link, Person } from './person.ts';

/** What an event says about identities, judged and normalised. */
export interface Evidence {
  /** In the order of the wire; the first one is the sender. */
  readonly identities: readonly JudgedIdentity[];
  readonly time: number;
  readonly place: number;
  readonly source: string;
  /** Somebody proved or stated who she is: identify, alias, or a user id. */
  readonly authenticated: boolean;
  readonly why: string;
}

/** What happened to the graph; the pipeline hands it on. */
export type Move =
  | { readonly kind: 'merged'; readonly from: number; readonly into: number; readonly why: string }
  | { readonly kind: 'linked'; readonly key: IdentityKey; readonly person: number }
  | { readonly kind: 'cut'; readonly key: IdentityKey; readonly person: number; readonly why: string }
  | { readonly kind: 'claimed'; readonly key: IdentityKey; readonly from: number; readonly person: number };

/** The namespace of a key. */
export function namespaceOf(key: IdentityKey): string {
  return key.slice(0, key.indexOf(':'));
}

/** The person's other identity of a unique namespace, which this one would contradict. */
export function contradicted<F extends FragmentRef>(
  person: Person<F>,
  identity: JudgedIdentity,
): IdentityKey | undefined {
  if (!identity.namespace.unique) return undefined;
  const prefix = `${identity.namespace.name}:`;
  for (const key in person.links) if (key !== identity.key && key.startsWith(prefix)) return key;
  return undefined;
}

/** Whether two people agree: no unique namespace in which they have different identities. */
export function agree<F extends FragmentRef>(
  a: Person<F>,
  b: Person<F>,
  unique: ReadonlySet<string>,
): boolean {
  const taken = new Map<string, IdentityKey>();
  for (const key in a.links) if (unique.has(namespaceOf(key))) taken.set(namespaceOf(key), key);
  for (const key in b.links) {
    const other = taken.get(namespaceOf(key));
    if (other !== undefined && other !== key) return false;
  }
  return true;
}

/** Whether an event can make two people one: they agree, and no operator set them apart. */
export function canBeOne<F extends FragmentRef>(
  a: Person<F>,
  b: Person<F>,
  unique: ReadonlySet<string>,
  graph: Graph<F>,
): boolean {
  if (!agree(a, b, unique)) return false;
  for (const key in b.links) if (graph.node(key)?.apart.some((apart) => a.links[apart])) return false;
  return true;
}

/** Whether an operator took the identity away from this person. */
export function isApart<F extends FragmentRef>(
  graph: Graph<F>,
  identity: JudgedIdentity,
  person: Person<F>,
): boolean {
  const apart = graph.node(identity.key)?.apart;
  return apart?.some((key) => person.links[key] !== undefined) ?? false;
}

/** Notes the evidence on a link that exists, or makes it. Earliest and latest evidence win whatever the order. */
export function link<F extends FragmentRef>(
  graph: Graph<F>,
  person: Person<F>,
  key: IdentityKey,
  evidence: Evidence,
): Move | undefined {
  const { time, source, why } = evidence;
  const known = person.links[key];
  if (known) {
    if (time < known.since) known.since = time;
    if (
      time > known.last ||
      (time === known.last && isNewer({ since: time, last: time, source, why }, known))
    ) {
      known.last = time;
      known.source = source;
      known.why = why;
    }
    return undefined;
  }
  person.links[key] = { since: time, last: time, source, why };
  const node = graph.node(key) ?? newNode();
  // Somebody had it, lost it, and its rows stay with her: what comes from now on is told apart by time.
  const owners = node.owners.length > 0 ? claimedAt(node.owners, time, person.id) : node.owners;
  graph.setNode(key, { person: person.id, births: node.births, owners, apart: node.apart });
  return { kind: 'linked', key, person: person.id };
}

/** Which of two statements about a link counts; at the same moment the greater text, so that two orders end alike. */
export function isNewer(a: Link, b: Link): boolean {
  if (a.last !== b.last) return a.last > b.last;
  if (a.why !== b.why) return a.why > b.why;
  return a.source > b.source;
}

/**
 * Takes an identity from its owner as of a moment. Her fragment of it stays hers: what she did until then, she did.
 * The list of owners (person 0: nobody) tells later to whom a late event belongs.
 */
export function cut<F extends FragmentRef>(
  graph: Graph<F>,
  owner: Person<F>,
  key: IdentityKey,
  time: number,
  why: string,
): Move {
  const { since, last } = owner.links[key] ?? { since: 0, last: 0 };
  delete owner.links[key];
  const node = graph.node(key) ?? newNode();
  const owners = node.owners.length > 0 ? node.owners : [since, owner.id];
  // A late event may be what cuts a newer link: what was seen of it until then stays hers all the same.
  const until = Math.max(time, last);
  graph.setNode(key, {
    person: 0,
    births: node.births,
    owners: claimedAt(owners, until, 0),
    apart: node.apart,
  });
  graph.touch(owner);
  return { kind: 'cut', key, person: owner.id, why };
}

/** Gives a device to the person who authenticated on it last. */
export function claim<F extends FragmentRef>(
  graph: Graph<F>,
  from: Person<F>,
  person: Person<F>,
  key: IdentityKey,
  evidence: Evidence,
): Move {
  cut(graph, from, key, evidence.time, 'claimed');
  link(graph, person, key, evidence);
  graph.touch(person);
  return { kind: 'claimed', key, from: from.id, person: person.id };
}

const OWNERS_KEPT = 64;

/** Puts a claim into the list of owners, ordered by time. The oldest go first when a device is passed round a lot. */
function claimedAt(owners: readonly number[], time: number, person: number): number[] {
  const pairs: [number, number][] = [];
  for (let i = 0; i < owners.length; i += 2) pairs.push([owners[i] ?? 0, owners[i + 1] ?? 0]);
  const later = pairs.filter(([since]) => since > time);
  const earlier = pairs.filter(([since, owner]) => since <= time && !(since === time && owner === 0));
  return [...earlier, [time, person], ...later].slice(-OWNERS_KEPT).flat();
}
