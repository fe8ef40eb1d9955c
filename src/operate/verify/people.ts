import { positionOf } from '../../core/index.ts';
import type { State } from '../../engine/state/index.ts';
import type { Warehouse } from '../../engine/warehouse/index.ts';
import type { Checkpoint } from '../../pipeline/index.ts';
import { decodeProfile, fragmentIds, type Profile } from '../../profile/index.ts';
import { pendingCount } from './checkpoint.ts';
import { type Facts, type FragmentRows, hasEvents, WHOLE_HISTORY } from './facts.ts';
import { counted, createFaults, type Faults, type Finding } from './finding.ts';
import { pages } from './pages.ts';

const PEOPLE_A_PAGE = 1_000;
/** Bound values travel in the address of the question, which may be 1 MB long. */
const FRAGMENTS_AT_ONCE = 10_000;

interface Sums {
  people: number;
  absorbed: number;
  events: number;
  /** People who will see their newest events again at the next start. */
  behind: number;
  /** Facts that belong to a person. */
  owned: number;
}

/** Compares what people have counted with their facts: each person by herself, and all together. */
export async function checkPeople(
  state: State,
  warehouse: Warehouse,
  checkpoint: Checkpoint,
  facts: Facts,
): Promise<Finding> {
  const faults = createFaults();
  const sums: Sums = { people: 0, absorbed: 0, events: 0, behind: 0, owned: 0 };
  const isPrepared = await hasEvents(warehouse);
  for await (const entries of pages(state, 'people', PEOPLE_A_PAGE)) {
    const people = entries.map(([, text]) => decodeProfile(text));
    const ids = people.flatMap(fragmentIds);
    const stored = isPrepared ? await rowsOf(warehouse, ids, checkpoint.cut) : new Map();
    for (const person of people) {
      if (person.into !== undefined) sums.absorbed++;
      else checkPerson(person, [stored, facts.waiting], checkpoint, sums, faults);
    }
  }
  checkSums(sums, facts.count, pendingCount(checkpoint) > 0, faults);
  const behind = sums.behind > 0 ? `, ${sums.behind} of them folded further at the next start` : '';
  return faults.finding(
    'people',
    `${counted(sums.people, 'person', 'people')} with ${counted(sums.events, 'event')}${behind}, ${sums.absorbed} absorbed`,
  );
}

function checkPerson(
  person: Profile,
  sources: readonly ReadonlyMap<number, FragmentRows>[],
  { low }: Checkpoint,
  sums: Sums,
  faults: Faults,
): void {
  const counted = person.fragments.reduce((sum, fragment) => sum + fragment.count, 0);
  let rows = 0;
  let newest = -1;
  for (const id of fragmentIds(person)) {
    for (const source of sources) {
      const found = source.get(id);
      if (!found) continue;
      rows += found.count;
      newest = Math.max(newest, found.newest);
    }
  }
  sums.people++;
  sums.events += counted;
  sums.owned += rows;
  if (newest > person.place) {
    sums.behind++;
    if (positionOf(newest) < low)
      faults.add(
        `person ${person.id} never saw her event of record ${positionOf(newest)}, which is not folded again`,
      );
    if (counted >= rows) faults.add(`person ${person.id} is behind, but counts ${counted} of ${rows} events`);
  } else if (counted !== rows && !hasForgottenFragments(person)) {
    faults.add(`person ${person.id} counts ${counted} events and has ${rows} facts`);
  }
}

function checkSums(sums: Sums, factCount: number, isPending: boolean, faults: Faults): void {
  if (sums.owned > factCount) faults.add(`${sums.owned - factCount} facts belong to two people`);
  // People born shortly before the end are not stored yet; their facts are, and the next start makes them again.
  if (isPending) return;
  if (sums.events !== factCount)
    faults.add(`people count ${sums.events} events together, and there are ${factCount} facts about people`);
  if (sums.behind > 0) faults.add(`${sums.behind} people are behind though nothing is to be folded again`);
}

/** The list of fragments that became one is bounded, so the oldest facts of such a person are not found by fragment. */
function hasForgottenFragments(person: Profile): boolean {
  return person.fragments.some((fragment) => (fragment.also?.length ?? 0) >= FORGETS_FROM);
}
const FORGETS_FROM = 1_000;

async function rowsOf(
  warehouse: Warehouse,
  ids: readonly number[],
  cut: number,
): Promise<Map<number, FragmentRows>> {
  const found = new Map<number, FragmentRows>();
  for (let from = 0; from < ids.length; from += FRAGMENTS_AT_ONCE) {
    const { rows } = await warehouse.query<{ fragment: number; count: number; newest: number }>(
      `select fragment, count() as count, max(place) as newest
from events
where fragment in {fragments:Array(UInt64)}
and place <= {cut:UInt64}
and derived = 0
group by fragment`,
      { fragments: ids.slice(from, from + FRAGMENTS_AT_ONCE), cut: Math.max(0, cut) },
      WHOLE_HISTORY,
    );
    for (const { fragment, count, newest } of rows) found.set(fragment, { count, newest });
  }
  return found;
}
