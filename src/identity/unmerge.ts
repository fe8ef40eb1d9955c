import { refusal } from '../core/index.ts';
import { birthId, type Graph, newNode } from './graph.ts';
import { namespaceOf } from './link.ts';
import type { IdentityKey, Namespaces } from './normalise.ts';
import { type FragmentRef, type MergeMark, newPerson, type Person } from './person.ts';

/** How many of the other side's identities an identity remembers to stay away from. */
const APART_MAX = 50;

/** What an operator wants undone: the merge that absorbed a person, or a list of identities that are somebody else's. */
export type UnmergeOrder =
  | { readonly person: number; readonly absorbed: number }
  | { readonly person: number; readonly keys: readonly IdentityKey[] };

/** What an un-merge takes out of a person. */
export interface Part {
  readonly id: number;
  readonly keys: readonly IdentityKey[];
  readonly fragments: readonly number[];
  readonly mark: MergeMark | undefined;
}

/**
 * Says what an un-merge would take out, without changing anything.
 * Refusals: `identity.merge-unknown` (404), `identity.not-hers` (409), `identity.nothing-left` (409).
 */
export function partOf<F extends FragmentRef>(
  person: Person<F>,
  order: UnmergeOrder,
  graph: Graph<F>,
  namespaces: Namespaces,
): Part {
  if ('absorbed' in order) {
    const mark = person.merges.find((merge) => merge.from === order.absorbed);
    if (!mark)
      throw refusal(
        'identity.merge-unknown',
        404,
        `No merge of person ${order.absorbed} is on record; name the identities instead.`,
      );
    const keys = mark.keys.filter((key) => person.links[key] !== undefined);
    return { id: mark.from, keys, fragments: mark.fragments, mark };
  }
  const keys = [...new Set(order.keys)];
  const foreign = keys.filter((key) => !person.links[key]);
  if (keys.length === 0 || foreign.length > 0)
    throw refusal(
      'identity.not-hers',
      409,
      'Some identities do not belong to this person; read her again and choose among hers.',
      { detail: { count: foreign.length } },
    );
  if (keys.length === Object.keys(person.links).length)
    throw refusal(
      'identity.nothing-left',
      409,
      'All identities were named; leave at least one with the person.',
    );
  const fragments = person.fragments
    .filter((fragment) => keys.includes(fragment.key))
    .map((fragment) => fragment.id);
  const lead = keys.toSorted(
    (a, b) => priority(a, namespaces) - priority(b, namespaces) || (a < b ? -1 : 1),
  )[0]!;
  return { id: birthId(lead, graph.node(lead)?.births ?? 0), keys, fragments, mark: undefined };
}

/** Takes the part out of the person into one of its own, and keeps the two apart from now on. Returns the new person. */
export function unmerge<F extends FragmentRef>(person: Person<F>, part: Part, graph: Graph<F>): Person<F> {
  const other = newPerson<F>(part.id);
  other.place = person.place;
  other.fragments = person.fragments.filter((fragment) => part.fragments.includes(fragment.id));
  person.fragments = person.fragments.filter((fragment) => !part.fragments.includes(fragment.id));
  const movesAlong = (merge: MergeMark) =>
    merge !== part.mark && merge.keys.every((key) => part.keys.includes(key));
  other.merges = person.merges.filter(movesAlong);
  person.merges = person.merges.filter((merge) => merge !== part.mark && !movesAlong(merge));
  for (const key of part.keys) {
    const link = person.links[key];
    if (link) other.links[key] = link;
    delete person.links[key];
  }
  for (const key of part.keys) {
    const node = graph.node(key) ?? newNode();
    const owners = node.owners.map((value, index) =>
      index % 2 === 1 && value === person.id ? other.id : value,
    );
    graph.setNode(key, { ...node, person: other.id, births: node.births + (part.mark ? 0 : 1), owners });
  }
  setApart(graph, Object.keys(other.links), Object.keys(person.links));
  setApart(graph, Object.keys(person.links), Object.keys(other.links));
  graph.addPerson(other);
  graph.touch(other);
  graph.touch(person);
  return other;
}

function setApart<F extends FragmentRef>(
  graph: Graph<F>,
  keys: readonly IdentityKey[],
  others: readonly IdentityKey[],
): void {
  for (const key of keys) {
    const node = graph.node(key) ?? newNode();
    graph.setNode(key, { ...node, apart: [...new Set([...others, ...node.apart])].slice(0, APART_MAX) });
  }
}

function priority(key: IdentityKey, namespaces: Namespaces): number {
  return namespaces.get(namespaceOf(key))?.priority ?? Number.POSITIVE_INFINITY;
}
