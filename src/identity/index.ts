export { birthId, decodeNode, encodeNode, follow, type Graph, ownerOf } from './graph.ts';
export { canBeOne, type Evidence, link, type Move, namespaceOf } from './link.ts';
export { merge } from './merge.ts';
export {
  type IdentityKey,
  type JudgedIdentity,
  type Namespaces,
  namespacesOf,
  normalise,
} from './normalise.ts';
export type { FragmentRef, Link, MergeMark, Node, Person } from './person.ts';
export { isKnown, type Resolution, type Rules, resolve, rulesOf, speaksFor, subjectOf } from './resolve.ts';
export { type Part, partOf, type UnmergeOrder, unmerge } from './unmerge.ts';
