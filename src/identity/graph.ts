import { hash53 } from '../core/index.ts';
import type { IdentityKey, JudgedIdentity } from './normalise.ts';
import { type FragmentRef, type Node, newPerson, type Person } from './person.ts';

/**
 * The part of the identity graph that one batch needs, already loaded. The caller sees what was touched through
 * `setNode` and `touch`, and writes it with the next commit.
 */
export interface Graph<F extends FragmentRef = FragmentRef> {
  node(key: IdentityKey): Node | undefined;
  setNode(key: IdentityKey, node: Node): void;
  person(id: number): Person<F> | undefined;
  /**
   * Whether a person with this id is at hand. The ids that the identities of a batch give birth to are loaded; one that an
   * identity gives after it was cut in the same batch may not be, and then only the width of the hash protects it.
   */
  isTaken(id: number): boolean;
  addPerson(person: Person<F>): void;
  /** The person's links or fragments moved: she must be written together with the graph. */
  touch(person: Person<F>): void;
}

/** Only old ids lead through people who were absorbed, and seldom through many. Nobody was merged this often: it is a circle. */
const ABSORBED_CHAIN_MAX = 1_000_000;

/** The person who has this id now: herself, or who absorbed her. */
export function follow<F extends FragmentRef>(graph: Graph<F>, id: number): Person<F> | undefined {
  let person = graph.person(id);
  for (let step = 0; person?.into !== undefined; step++) {
    if (step > ABSORBED_CHAIN_MAX) throw new Error(`person ${id}: absorbed in a circle`);
    person = graph.person(person.into);
  }
  return person;
}

/** Who has the identity now. */
export function ownerOf<F extends FragmentRef>(graph: Graph<F>, key: IdentityKey): Person<F> | undefined {
  const node = graph.node(key);
  if (!node || node.person === 0) return undefined;
  return follow(graph, node.person);
}

/** Everybody whom an event of these identities may be about or join: who has them, and who had them. */
export function ownersOf<F extends FragmentRef>(
  graph: Graph<F>,
  identities: readonly JudgedIdentity[],
): Set<Person<F>> {
  const owners = new Set<Person<F>>();
  for (const { key } of identities) {
    const node = graph.node(key);
    if (!node) continue;
    const before = node.owners.filter((_, i) => i % 2 === 1);
    for (const id of [node.person, ...before]) {
      const owner = id === 0 ? undefined : follow(graph, id);
      if (owner) owners.add(owner);
    }
  }
  return owners;
}

/** Who had the identity at a moment: the last one who claimed it until then; before the first claim, the first one. */
export function ownerAt<F extends FragmentRef>(
  graph: Graph<F>,
  key: IdentityKey,
  time: number,
): Person<F> | undefined {
  const node = graph.node(key);
  if (!node || node.owners.length === 0) return ownerOf(graph, key);
  let owner = node.owners[1] ?? 0;
  for (let i = 0; i < node.owners.length; i += 2) {
    if ((node.owners[i] ?? 0) <= time) owner = node.owners[i + 1] ?? 0;
  }
  return owner === 0 ? undefined : follow(graph, owner);
}

/**
 * The id that a person born from this identity gets. Ids are hashes, so the same log gives the same ids; `births`
 * makes another one when the identity starts anew after it was taken away.
 */
export function birthId(key: IdentityKey, births: number): number {
  return hash53(births === 0 ? key : `${key}#${births}`);
}

/** A new person born from an identity. Two keys with the same hash get neighbouring ids. */
export function bear<F extends FragmentRef>(graph: Graph<F>, lead: JudgedIdentity): Person<F> {
  const node = graph.node(lead.key) ?? newNode();
  let id = birthId(lead.key, node.births);
  while (graph.isTaken(id)) id = (id % Number.MAX_SAFE_INTEGER) + 1;
  const person = newPerson<F>(id);
  graph.addPerson(person);
  const { person: owner, births, owners, apart } = node;
  graph.setNode(lead.key, { person: owner, births: births + 1, owners, apart });
  return person;
}

/** An identity that nobody has. */
export function newNode(): Node {
  return { person: 0, births: 0, owners: [], apart: [] };
}

/** The text in which a node is stored: deterministic, and short for the usual case. */
export function encodeNode(node: Node): string {
  if (node.births <= 1 && node.owners.length === 0 && node.apart.length === 0)
    return `${node.person},${node.births}`;
  return JSON.stringify([node.person, node.births, node.owners, node.apart]);
}

/** Reads what `encodeNode` wrote. */
export function decodeNode(text: string): Node {
  if (text.charCodeAt(0) !== 91) {
    const comma = text.indexOf(',');
    return {
      person: Number(text.slice(0, comma)),
      births: Number(text.slice(comma + 1)),
      owners: [],
      apart: [],
    };
  }
  const [person, births, owners, apart] = JSON.parse(text) as [number, number, number[], IdentityKey[]];
  return { person, births, owners, apart };
}
