import type { Static } from 'typebox';
import { AUDIENCE_ENTERED, AUDIENCE_LEFT } from '../core/condition/index.ts';
import type { FieldMask, JsonObject, Settings } from '../core/index.ts';
import { countOverrides, currentPerson, type Warehouse } from '../engine/warehouse/index.ts';
import { attributeOf, type Profile } from '../profile/index.ts';
import type { Member } from './schemas.ts';

/** Where members are read. */
export interface MemberDeps {
  readonly warehouse: Warehouse;
  readonly readPerson: (id: number) => Promise<Profile | undefined>;
  settings(): Settings;
  /** What the caller may not read. */
  readonly mask?: FieldMask | undefined;
}

/** How members are put in order: by their ids, or who entered last first. */
export type MemberOrder = 'person' | 'entered';

/** Where the next page goes on: after this member. */
export interface Cursor {
  readonly person: number;
  readonly enteredAt: number;
}

type MemberView = Static<typeof Member>;

interface Candidate {
  readonly person: number;
  readonly enteredAt: number;
}

/** People looked up at once. */
const PEOPLE_AT_ONCE = 500;
/** Candidates of one question while everybody is read. */
const EXPORT_PAGE = 20_000;

/**
 * The members of an audience after a place in the order. Who entered and has not left stands in the warehouse, who is in it now in
 * the records of people; somebody who entered a moment ago may be missing until the warehouse has her row.
 */
export async function* membersOf(
  deps: MemberDeps,
  audience: string,
  order: MemberOrder,
  after: Cursor | undefined,
  attributes: readonly string[],
  page: number = EXPORT_PAGE,
): AsyncIterable<MemberView> {
  const policy = deps.settings().attributePolicy;
  for (let from = after; ; ) {
    const candidates = await candidatesOf(deps.warehouse, audience, order, from, page);
    for (let i = 0; i < candidates.length; i += PEOPLE_AT_ONCE) {
      const some = candidates.slice(i, i + PEOPLE_AT_ONCE);
      const people = await Promise.all(some.map(({ person }) => deps.readPerson(person)));
      for (const [j, person] of people.entries()) {
        const { person: id, enteredAt } = some[j]!;
        const membership = person?.id === id ? person.audiences?.[audience] : undefined;
        if (!person || !membership) continue;
        const [since, how, version] = membership;
        yield {
          ...{ person: id, enteredAt: since, how, version, cursor: `${enteredAt}:${id}` },
          ...(attributes.length === 0 ? {} : { attributes: shown(person, attributes, policy, deps.mask) }),
        };
      }
    }
    const last = candidates.at(-1);
    if (!last || candidates.length < page) return;
    from = last;
  }
}

function shown(
  { fragments }: Profile,
  names: readonly string[],
  policy: Settings['attributePolicy'],
  mask: FieldMask | undefined,
): JsonObject {
  const values = Object.fromEntries(
    names.map((name) => [name, attributeOf(fragments, name, policy) ?? null]),
  );
  return mask ? (mask.json(values) as JsonObject) : values;
}

/** People whose last move was an entry, after a place in the order. */
async function candidatesOf(
  warehouse: Warehouse,
  audience: string,
  order: MemberOrder,
  after: Cursor | undefined,
  limit: number,
): Promise<Candidate[]> {
  const { from, person } = currentPerson(await countOverrides(warehouse));
  const isNext =
    order === 'person'
      ? 'id > {afterPerson:UInt64}'
      : '(enteredAt, id) < ({afterTime:Int64}, {afterPerson:UInt64})';
  const { rows } = await warehouse.query<Candidate>(
    `select id as person, enteredAt
from (
  select ${person} as id, max(toUnixTimestamp64Milli(time)) as enteredAt,
    argMax(name, (place, derived)) as lastMove
  from ${from}
  where name in {moves:Array(String)}
  and derived > 0
  and properties.audience.:String = {audience:String}
  group by id
)
where lastMove = {entered:String}
and ${after ? isNext : '1'}
order by ${order === 'person' ? 'id' : 'enteredAt desc, id desc'}
limit {limit:UInt32}`,
    {
      ...{ moves: [AUDIENCE_ENTERED, AUDIENCE_LEFT], entered: AUDIENCE_ENTERED, audience, limit },
      ...(after ? { afterPerson: after.person } : {}),
      ...(after && order === 'entered' ? { afterTime: after.enteredAt } : {}),
    },
  );
  return rows;
}

/** Members as lines of CSV (RFC 4180). */
export async function* membersAsCsv(
  deps: MemberDeps,
  audience: string,
  attributes: readonly string[],
): AsyncIterable<string> {
  yield csvLine(['person', 'entered_at', 'how', 'version', ...attributes]);
  for await (const member of membersOf(deps, audience, 'person', undefined, attributes)) {
    const { person, enteredAt, how, version } = member;
    const values = attributes.map((name) => cellOf(member.attributes?.[name]));
    yield csvLine([`${person}`, new Date(enteredAt).toISOString(), how, `${version}`, ...values]);
  }
}

/** Members as lines of JSON. */
export async function* membersAsJsonLines(
  deps: MemberDeps,
  audience: string,
  attributes: readonly string[],
): AsyncIterable<string> {
  for await (const { cursor: _, ...member } of membersOf(deps, audience, 'person', undefined, attributes))
    yield `${JSON.stringify(member)}\n`;
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
