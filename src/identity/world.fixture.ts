import { DEFAULT_SETTINGS, type Identity, type Settings } from '../core/index.ts';
import type { Graph } from './graph.ts';
import type { Move } from './link.ts';
import { merge } from './merge.ts';
import { type IdentityKey, type JudgedIdentity, namespacesOf, normalise } from './normalise.ts';
import type { FragmentRef, Node, Person } from './person.ts';
import { resolve } from './resolve.ts';
import { type Rules, rulesOf } from './rules.ts';
import { partOf, type UnmergeOrder, unmerge } from './unmerge.ts';

/** What an event says about who it is: namespace to value, the sender first. */
export type Said = Readonly<Record<string, string>>;

/** A graph in memory with events that it has seen. */
export interface World {
  readonly rules: Rules;
  readonly graph: Graph;
  readonly nodes: ReadonlyMap<IdentityKey, Node>;
  /** Everybody who was not absorbed. */
  everybody(): Person[];
  /** The identities of everybody who has any, sorted. */
  people(): IdentityKey[][];
  /** An event at a minute; it is authenticated when it names a user. Gives whose it is and what moved. */
  sees(said: Said, minute: number, authenticated?: boolean): { id: number; moves: readonly Move[] };
  /** Who has the identity now: her identities. */
  owner(key: IdentityKey): IdentityKey[];
  id(key: IdentityKey): number;
  merge(a: IdentityKey, b: IdentityKey): number;
  unmerge(order: UnmergeOrder): { stays: number; leaves: number };
}

const MINUTE = 60_000;

/** Opens an empty world under these settings. */
export function openWorld(settings: Partial<Settings> = {}): World {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  const rules = rulesOf(all, namespacesOf(all));
  const nodes = new Map<IdentityKey, Node>();
  const people = new Map<number, Person>();
  const graph: Graph = {
    node: (key) => nodes.get(key),
    setNode: (key, node) => nodes.set(key, node),
    person: (id) => people.get(id),
    isTaken: (id) => people.has(id),
    addPerson: (person) => people.set(person.id, person),
    touch: () => {},
  };
  const everybody = (): Person[] => [...people.values()].filter((person) => person.into === undefined);
  const keysOf = (person: Person): IdentityKey[] => Object.keys(person.links).sort();
  const ownerOf = (key: IdentityKey): Person => {
    const owner = everybody().find((person) => person.links[key]);
    if (!owner) throw new Error(`nobody has ${key}`);
    return owner;
  };
  let place = 0;
  return {
    rules,
    graph,
    nodes,
    everybody,
    people: () =>
      everybody()
        .map(keysOf)
        .filter((keys) => keys.length > 0)
        .sort((a, b) => (a.join() < b.join() ? -1 : 1)),
    sees(said, minute, authenticated = said.user !== undefined) {
      const identities = judged(said, rules, all.country);
      const time = (minute + 1) * MINUTE;
      const evidence = { identities, time, place: ++place, source: 'web', authenticated, why: 'same event' };
      const { person, moves } = resolve(evidence, graph, rules);
      noteFragment(person, identities[0]!.key);
      return { id: person.id, moves };
    },
    owner: (key) => keysOf(ownerOf(key)),
    id: (key) => ownerOf(key).id,
    merge(a, b) {
      const evidence = { place: ++place, time: 0, why: 'merged by test' };
      return merge(graph, ownerOf(a), ownerOf(b), rules.namespaces, evidence).person.id;
    },
    unmerge(order) {
      const person = people.get(order.person)!;
      const other = unmerge(person, partOf(person, order, graph, rules.namespaces), graph);
      return { stays: person.id, leaves: other.id };
    },
  };
}

function judged(said: Said, rules: Rules, country: string): JudgedIdentity[] {
  const given = Object.entries(said).map(([namespace, value]): Identity => ({ namespace, value }));
  return given.flatMap((identity) => normalise(identity, rules.namespaces, country) ?? []);
}

/** The profile bounds them too. */
const FRAGMENTS_MAX = 64;

/** What the profile does for every event: one fragment per sender and person. */
function noteFragment(person: Person, key: IdentityKey): void {
  if (person.fragments.length >= FRAGMENTS_MAX) return;
  if (person.fragments.some((fragment) => fragment.key === key)) return;
  const fragment: FragmentRef = { id: person.fragments.length + 1 + person.id, key, written: [person.id] };
  person.fragments.push(fragment);
}
