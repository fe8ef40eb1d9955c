import { isObject, type RecordHeader, refusal } from '../core/index.ts';
import { agree, type IdentityKey, merge, partOf, type UnmergeOrder, unmerge } from '../identity/index.ts';
import {
  compactFragments,
  type Entry,
  type Fragment,
  type JoinTraits,
  type Profile,
  restated,
} from '../profile/index.ts';
import type { Program } from './judge.ts';
import { overrideLines } from './step.ts';
import type { WorkingSet } from './working-set.ts';

/** An operator's order about people, as it stands in the body of a log record. */
type PeopleOrder =
  | { readonly kind: 'merge'; readonly people: readonly [number, number]; readonly by: string }
  | { readonly kind: 'unmerge'; readonly order: UnmergeOrder; readonly by: string };

/** What came of an order: the people it left, or why it was refused. */
export interface OrderOutcome {
  readonly people: readonly number[];
  readonly overrides: readonly string[];
}

/** What an order did beyond its outcome, for those who keep something about people. */
export interface CarriedOut extends OrderOutcome {
  /** What rows say of orders that both reported, by the person whose rows they are now. */
  readonly restated: readonly { readonly person: Profile; readonly entries: readonly Entry[] }[];
  /** Who was absorbed, with the fragments that she brought. */
  readonly joined?: {
    readonly person: Profile;
    readonly from: Profile;
    readonly fragments: readonly Fragment[];
  };
  /** Who was parted, and the fragments that the second one took. */
  readonly parted?: { readonly people: readonly [Profile, Profile]; readonly fragments: readonly number[] };
}

/** Reads the body of a `merge` or `unmerge` record. */
function readOrder(kind: 'merge' | 'unmerge', by: string, body: unknown): PeopleOrder {
  if (isObject(body)) {
    const { people, person, absorbed, keys } = body;
    if (
      kind === 'merge' &&
      Array.isArray(people) &&
      typeof people[0] === 'number' &&
      typeof people[1] === 'number'
    )
      return { kind, people: [people[0], people[1]], by };
    if (kind === 'unmerge' && typeof person === 'number') {
      if (typeof absorbed === 'number') return { kind, order: { person, absorbed }, by };
      if (Array.isArray(keys))
        return {
          kind,
          order: { person, keys: keys.filter((key): key is IdentityKey => typeof key === 'string') },
          by,
        };
    }
  }
  throw refusal('identity.order-unreadable', 400, `The ${kind} order names no people.`);
}

/** Loads what an order can touch. */
async function loadForOrder(order: PeopleOrder, set: WorkingSet): Promise<void> {
  const ids = order.kind === 'merge' ? order.people : [order.order.person];
  await set.loadPeople(ids);
  const keys = ids.flatMap((id) => Object.keys(followed(id, set)?.links ?? {}));
  await set.loadKeys(new Set(keys));
  if (order.kind === 'unmerge' && 'absorbed' in order.order) await set.loadPeople([order.order.absorbed]);
}

/**
 * Carries the order of a log record out. Refusals: `identity.order-unreadable` (400), `person.unknown` (404),
 * `identity.same-person` (409), `identity.cannot-merge` (409), and those of `partOf`.
 */
export async function carryOut(
  header: RecordHeader & { kind: PeopleOrder['kind'] },
  text: string,
  place: number,
  set: WorkingSet,
  program: Program,
  joinTraits: JoinTraits,
): Promise<CarriedOut> {
  const order = readOrder(header.kind, header.by, JSON.parse(text));
  await loadForOrder(order, set);
  return obey(order, place, header.received, set, program, joinTraits);
}

function obey(
  order: PeopleOrder,
  place: number,
  time: number,
  set: WorkingSet,
  program: Program,
  joinTraits: JoinTraits,
): CarriedOut {
  set.at(place);
  if (order.kind === 'merge') {
    const [a, b] = order.people.map((id) => mustFollow(id, set)) as [
      ReturnType<typeof mustFollow>,
      ReturnType<typeof mustFollow>,
    ];
    if (a === b) throw refusal('identity.same-person', 409, 'The two are one person already.');
    if (!agree(a, b, program.rules.unique))
      throw refusal(
        'identity.cannot-merge',
        409,
        'They have different identities of a namespace that is unique. Take one of the identities out first.',
      );
    const why = `merged by ${order.by}`;
    const before = [a, b].map(({ fragments }) => [...fragments]);
    const { person } = merge(set.graph, a, b, program.rules.namespaces, { place, time, why });
    const moved = new Set(
      person.merges.filter((mark) => mark.place === place).flatMap((mark) => mark.fragments),
    );
    const overrides = overrideLines(person, moved, place);
    const fragments = person.fragments.filter(({ id }) => moved.has(id));
    const entries = restated(before, [person.fragments]);
    compactFragments(person, joinTraits);
    person.place = place;
    const joined = { person, from: person === a ? b : a, fragments };
    return { people: [person.id], overrides, restated: [{ person, entries }], joined };
  }
  const person = mustFollow(order.order.person, set);
  const part = partOf(person, order.order, set.graph, program.rules.namespaces);
  const before = [[...person.fragments]];
  const other = unmerge(person, part, set.graph);
  const entries = restated(before, [person.fragments, other.fragments]);
  person.place = place;
  other.place = place;
  return {
    people: [person.id, other.id],
    overrides: overrideLines(other, new Set(part.fragments), place),
    restated: [person, other].map((holder) => ({
      person: holder,
      entries: entries.filter((entry) => holder.fragments.some(({ id }) => id === entry.fragment)),
    })),
    parted: { people: [person, other], fragments: part.fragments },
  };
}

function followed(id: number, set: WorkingSet) {
  let person = set.graph.person(id);
  while (person?.into !== undefined) person = set.graph.person(person.into);
  return person;
}

function mustFollow(id: number, set: WorkingSet) {
  const person = followed(id, set);
  if (!person) throw refusal('person.unknown', 404, `There is no person ${id}.`, { detail: { person: id } });
  return person;
}
