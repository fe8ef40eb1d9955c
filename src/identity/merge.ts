import { type Graph, newNode } from './graph.ts';
import { type Evidence, isNewer, type Move, namespaceOf } from './link.ts';
import type { Namespaces } from './normalise.ts';
import type { FragmentRef, MergeMark, Person } from './person.ts';

/** Marks of old merges that are kept, and the identities in all of them; older ones can be undone only by naming the identities. */
const MERGE_MARKS_MAX = 100;

/** Nobody with fewer is a burden to move. */
const MANY_SENDERS = 16;
const MERGE_KEYS_MAX = 1_000;

/**
 * Joins two people into the stronger one, who is returned. The other keeps nothing but the way to her. That an operator
 * set some of their identities apart is forgotten: only an operator can join such people, see `canBeOne`.
 */
export function merge<F extends FragmentRef>(
  graph: Graph<F>,
  a: Person<F>,
  b: Person<F>,
  namespaces: Namespaces,
  evidence: Pick<Evidence, 'place' | 'time' | 'why'>,
): { person: Person<F>; move: Move } {
  const [into, from] = isStronger(a, b, namespaces) ? [a, b] : [b, a];
  reconcile(graph, into, from);
  reconcile(graph, from, into);
  into.merges.push(...from.merges, {
    place: evidence.place,
    time: evidence.time,
    from: from.id,
    keys: Object.keys(from.links),
    fragments: from.fragments.map((fragment) => fragment.id),
    why: evidence.why,
  });
  into.merges = newestMarks(into.merges);
  for (const [key, theirs] of Object.entries(from.links)) {
    const ours = into.links[key];
    // Identities lead straight to who has them now, though merges follow each other for years.
    graph.setNode(key, { ...(graph.node(key) ?? newNode()), person: into.id });
    if (!ours) into.links[key] = theirs;
    else
      Object.assign(ours, isNewer(theirs, ours) ? theirs : ours, {
        since: Math.min(ours.since, theirs.since),
      });
  }
  into.fragments.push(...from.fragments);
  into.place = Math.max(into.place, from.place);
  from.links = {};
  from.fragments = [];
  from.merges = [];
  from.into = into.id;
  graph.touch(into);
  graph.touch(from);
  return { person: into, move: { kind: 'merged', from: from.id, into: into.id, why: evidence.why } };
}

function newestMarks(marks: readonly MergeMark[]): MergeMark[] {
  const newest = marks.slice(-MERGE_MARKS_MAX);
  let keys = newest.reduce((sum, mark) => sum + mark.keys.length, 0);
  // The merge that has just happened is kept whatever it takes, so that it can be undone.
  while (keys > MERGE_KEYS_MAX && newest.length > 1) keys -= newest.shift()!.keys.length;
  return newest;
}

/** Identities of one person no longer stay away from those of the other. */
function reconcile<F extends FragmentRef>(graph: Graph<F>, a: Person<F>, b: Person<F>): void {
  for (const key in a.links) {
    const node = graph.node(key);
    if (!node?.apart.some((apart) => b.links[apart])) continue;
    graph.setNode(key, { ...node, apart: node.apart.filter((apart) => !b.links[apart]) });
  }
}

/**
 * Who keeps her id: the one with the stronger namespace, then the one with far more senders, then the one known longer,
 * then the smaller id. It depends on what is known of the two and not on which came first. Far more senders, because all
 * of the other's have to be moved: in a chain of 10,000 people, each known longer than the one before, moving
 * everybody every time took a minute and a half and 12 million overrides.
 */
function isStronger<F extends FragmentRef>(a: Person<F>, b: Person<F>, namespaces: Namespaces): boolean {
  const [strengthA, sinceA] = strength(a, namespaces);
  const [strengthB, sinceB] = strength(b, namespaces);
  if (strengthA !== strengthB) return strengthA < strengthB;
  const [sendersA, sendersB] = [a.fragments.length, b.fragments.length];
  const most = Math.max(sendersA, sendersB);
  if (most >= MANY_SENDERS && most > 2 * Math.min(sendersA, sendersB)) return sendersA > sendersB;
  if (sinceA !== sinceB) return sinceA < sinceB;
  return a.id < b.id;
}

function strength<F extends FragmentRef>(person: Person<F>, namespaces: Namespaces): [number, number] {
  let best = Number.POSITIVE_INFINITY;
  let since = Number.POSITIVE_INFINITY;
  for (const [key, link] of Object.entries(person.links)) {
    const priority = namespaces.get(namespaceOf(key))?.priority ?? Number.POSITIVE_INFINITY;
    if (priority < best || (priority === best && link.since < since)) {
      best = priority;
      since = link.since;
    }
  }
  return [best, since];
}
