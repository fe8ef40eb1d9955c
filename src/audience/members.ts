import type { Static } from 'typebox';
import type { Warehouse } from '../engine/warehouse/index.ts';
import type { Profile } from '../profile/index.ts';
import { everEntered } from './reports.ts';
import type { Member } from './schemas.ts';

/** Where members are read. */
export interface MemberDeps {
  readonly warehouse: Warehouse;
  readonly readPerson: (id: number) => Promise<Profile | undefined>;
}

/** People looked up at once. */
const PAGE = 500;

/**
 * The members of an audience above an id, in order of their ids. Who ever entered stands in the warehouse, who is in it now in the
 * records of people; somebody who entered a moment ago may be missing until the warehouse has her row.
 */
export async function* membersOf(
  deps: MemberDeps,
  audience: string,
  above: number,
): AsyncIterable<Static<typeof Member>> {
  for (let from = above; ; ) {
    const ids = await everEntered(deps.warehouse, audience, from, PAGE);
    const people = await Promise.all(ids.map((id) => deps.readPerson(id)));
    for (const [i, person] of people.entries()) {
      const membership = person?.id === ids[i] ? person?.audiences?.[audience] : undefined;
      if (!membership) continue;
      const [enteredAt, how, version] = membership;
      yield { person: ids[i]!, enteredAt, how, version };
    }
    const last = ids.at(-1);
    if (last === undefined || ids.length < PAGE) return;
    from = last;
  }
}

/** Members as lines of CSV. */
export async function* membersAsCsv(deps: MemberDeps, audience: string): AsyncIterable<string> {
  yield 'person,entered_at,how,version\n';
  for await (const { person, enteredAt, how, version } of membersOf(deps, audience, 0))
    yield `${person},${new Date(enteredAt).toISOString()},${how},${version}\n`;
}
