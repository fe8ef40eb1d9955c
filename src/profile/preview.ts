import type { Settings } from '../core/index.ts';
import {
  agree,
  type Graph,
  merge,
  type Node,
  partOf,
  type Rules,
  type UnmergeOrder,
  unmerge,
} from '../identity/index.ts';
import type { Fragment, Profile } from './fragment.ts';
import { decodeProfile, encodeProfile } from './profile-text.ts';
import type { Preview } from './schemas.ts';
import { viewOf } from './view.ts';

/** Reads nodes of the graph; the preview works on copies. */
export type ReadNode = (key: string) => Promise<Node | undefined>;

/** What merging two people would give. */
export async function previewMerge(
  a: Profile,
  b: Profile,
  rules: Rules,
  settings: Settings,
  readNode: ReadNode,
): Promise<Preview> {
  const { graph, copies } = await scratch([a, b], readNode);
  const [first, second] = copies as [Profile, Profile];
  const view = (person: Profile) => viewOf(person, settings, rules.namespaces);
  const before = [view(a), view(b)];
  if (!agree(first, second, rules.unique))
    return {
      possible: false,
      reason: 'They have different identities of a unique namespace.',
      before,
      after: before,
    };
  const { person } = merge(graph, first, second, rules.namespaces, { place: 0, time: 0, why: 'preview' });
  return { possible: true, before, after: [view(person)] };
}

/** What taking a part out of a person would give. Refusals: those of `partOf`. */
export async function previewUnmerge(
  person: Profile,
  order: UnmergeOrder,
  rules: Rules,
  settings: Settings,
  readNode: ReadNode,
): Promise<Preview> {
  const { graph, copies } = await scratch([person], readNode);
  const copy = copies[0]!;
  const other = unmerge(copy, partOf(copy, order, graph, rules.namespaces), graph);
  const view = (each: Profile) => viewOf(each, settings, rules.namespaces);
  return { possible: true, before: [view(person)], after: [view(copy), view(other)] };
}

async function scratch(
  people: readonly Profile[],
  readNode: ReadNode,
): Promise<{ graph: Graph<Fragment>; copies: Profile[] }> {
  const copies = people.map((person) => decodeProfile(encodeProfile(person)));
  const nodes = new Map<string, Node>();
  for (const key of copies.flatMap((person) => Object.keys(person.links))) {
    const node = await readNode(key);
    if (node) nodes.set(key, structuredClone(node));
  }
  const byId = new Map(copies.map((person) => [person.id, person]));
  const graph: Graph<Fragment> = {
    node: (key) => nodes.get(key),
    setNode: (key, node) => nodes.set(key, node),
    person: (id) => byId.get(id),
    isTaken: (id) => byId.has(id),
    addPerson: (person) => byId.set(person.id, person),
    touch: () => {},
  };
  return { graph, copies };
}
