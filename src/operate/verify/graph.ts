import type { Entry, State } from '../../engine/state/index.ts';
import { decodeNode } from '../../identity/index.ts';
import { personKey } from '../../pipeline/index.ts';
import { decodeProfile, type Profile } from '../../profile/index.ts';
import { counted, createFaults, type Faults, type Finding } from './finding.ts';
import { pages } from './pages.ts';

const IDENTITIES_A_PAGE = 2_000;
const PEOPLE_A_PAGE = 500;
/** A chain of absorbed people that is longer is a circle. */
const CHAIN_MAX = 100;

/**
 * Whether identities and people agree: every identity's person exists and has the link, and every link's identity leads
 * back to its person. While records wait to be folded again, people may lag behind the identities, which are always
 * as new as the checkpoint.
 */
export async function checkGraph(state: State, isPending: boolean): Promise<Finding> {
  const faults = createFaults();
  const sums = { identities: 0, free: 0, lagging: 0, links: 0, alone: 0 };
  for await (const entries of pages(state, 'identities', IDENTITIES_A_PAGE)) {
    const owners = entries.map(([, text]) => decodeNode(text).person);
    const people = await loadPeople(state, owners);
    for (const [i, [key]] of entries.entries()) {
      sums.identities++;
      const owner = owners[i]!;
      if (owner === 0) {
        sums.free++;
        continue;
      }
      const person = followed(owner, people);
      const isLinked = person?.links[key] !== undefined;
      if (isLinked) continue;
      if (isPending) sums.lagging++;
      else if (person) faults.add(`an identity leads to person ${person.id}, who does not have it`);
      else faults.add(`an identity leads to person ${owner}, who does not exist`);
    }
  }
  for await (const entries of pages(state, 'people', PEOPLE_A_PAGE))
    await checkLinks(state, entries, sums, faults);
  const lagging = sums.lagging > 0 ? `, ${sums.lagging} linked at the next start` : '';
  return faults.finding(
    'graph',
    `${counted(sums.identities, 'identity', 'identities')} (${sums.free} of nobody${lagging}), ${counted(sums.links, 'link')}, ` +
      `${counted(sums.alone, 'person', 'people')} without any`,
  );
}

async function checkLinks(
  state: State,
  entries: readonly Entry[],
  sums: { links: number; alone: number },
  faults: Faults,
): Promise<void> {
  const people = entries.map(([, text]) => decodeProfile(text));
  for (const [i, [key]] of entries.entries())
    if (personKey(people[i]!.id) !== key)
      faults.add(`person ${people[i]!.id} stands under key ${Number(key)}`);
  const keys = people.flatMap((person) => Object.keys(person.links));
  const owners = new Map<string, number>();
  for (let from = 0; from < keys.length; from += IDENTITIES_A_PAGE) {
    const part = keys.slice(from, from + IDENTITIES_A_PAGE);
    const texts = await state.getMany('identities', part);
    for (const [i, text] of texts.entries())
      if (text !== undefined) owners.set(part[i]!, decodeNode(text).person);
  }
  const around = await loadPeople(state, [
    ...owners.values(),
    ...people.flatMap((person) => person.into ?? []),
  ]);
  for (const person of people) {
    const links = Object.keys(person.links);
    sums.links += links.length;
    if (person.into !== undefined) {
      if (links.length > 0) faults.add(`person ${person.id} was absorbed and still has identities`);
      if (!followed(person.into, around)) faults.add(`person ${person.id} was absorbed by nobody who exists`);
      continue;
    }
    if (links.length === 0) sums.alone++;
    for (const key of links) {
      const owner = followed(owners.get(key) ?? 0, around);
      if (owner?.id !== person.id)
        faults.add(`person ${person.id} has an identity that leads to somebody else`);
    }
  }
}

/** People by id, with those who absorbed them. */
async function loadPeople(state: State, ids: readonly number[]): Promise<Map<number, Profile>> {
  const people = new Map<number, Profile>();
  let wanted = [...new Set(ids)].filter((id) => id !== 0);
  for (let step = 0; wanted.length > 0 && step < CHAIN_MAX; step++) {
    const texts = await state.getMany('people', wanted.map(personKey));
    for (const text of texts) {
      if (text === undefined) continue;
      const person = decodeProfile(text);
      people.set(person.id, person);
    }
    const next = new Set(wanted.map((id) => people.get(id)?.into));
    wanted = [...next].filter((id): id is number => id !== undefined && !people.has(id));
  }
  return people;
}

function followed(id: number, people: ReadonlyMap<number, Profile>): Profile | undefined {
  let person = people.get(id);
  for (let step = 0; person?.into !== undefined && step < CHAIN_MAX; step++) person = people.get(person.into);
  return person?.into === undefined ? person : undefined;
}
