export { birthId, decodeNode, encodeNode, type Graph, ownerOf, ownersOf } from './graph.ts';
export { agree, type Evidence, link, type Move, namespaceOf } from './link.ts';
export { merge } from './merge.ts';
export {
  type IdentityKey,
  type JudgedIdentity,
  type Namespaces,
  namespacesOf,
  normalise,
} from './normalise.ts';
export { type FragmentRef, type Link, type MergeMark, type Node, newPerson, type Person } from './person.ts';
export { type Resolution, resolve, subjectOf } from './resolve.ts';
export { isKnown, type Rules, rulesOf, speaksFor } from './rules.ts';
export { exactKeys, keyPrefixes } from './search-keys.ts';
export { type Part, partOf, type UnmergeOrder, unmerge } from './unmerge.ts';
