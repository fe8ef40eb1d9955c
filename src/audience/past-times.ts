import { ANYTHING, type TraitPlan } from '../core/condition/index.ts';
import type { Bindings, CurrentPerson } from '../engine/warehouse/index.ts';
import { type PastQuestion, whereOf } from './past-query.ts';
import type { HistoryEntry } from './records.ts';

/** A fragment: its id, who has it now, and for each trait the times of its events as they are stored; '' for none. */
export type TimesRow = { fragment: number; holder: number } & { [list: `list${number}`]: string };

/**
 * Whether traits are but lists of the times of events of one name. The warehouse writes those as they are stored: read event by event,
 * 10 million events take 12 s of the fold's thread, and garbage that takes 5 s more.
 */
export function areTimes({ plans }: PastQuestion): boolean {
  return plans.every(({ spec: { did, form, keptMs: _, ...rest } }) => {
    const isNamed = typeof did.event === 'string' && did.event !== ANYTHING && Object.keys(did).length === 1;
    return form === 'list' && isNamed && Object.values(rest).every((value) => value === undefined);
  });
}

/** The lists of the fragments above one id and up to another, a row a fragment. */
export function timesSql(
  question: PastQuestion,
  { from, person }: CurrentPerson,
  above: number,
  upTo: number,
): { sql: string; bindings: Bindings } {
  const { text, bindings } = whereOf(question);
  const lists = question.plans.map((plan, i) => listOf(plan, i, question.at));
  const times = lists.map(({ times }) => `,\n  ${times}`).join('');
  const texts = lists.map(({ text }) => `,\n  ${text}`).join('');
  return {
    sql: `select fragment, holder${texts}
from (
  select fragment, any(${person}) as holder${times}
  from ${from}
  where fragment > {above:Int64} and fragment <= {upTo:Int64}
  and ${text}
  group by fragment
)`,
    bindings: Object.assign({ ...bindings, above, upTo }, ...lists.map((list) => list.bindings)),
  };
}

/** A list in two steps: its times, oldest first, then their differences as text (`entriesText` in core/trait). */
function listOf(
  { spec: { did, keptMs } }: TraitPlan,
  i: number,
  at: number,
): { readonly times: string; readonly text: string; readonly bindings: Bindings } {
  const isKept = keptMs === undefined ? '' : ` and time > fromUnixTimestamp64Milli({after${i}:Int64})`;
  const before = `arrayPushFront(arrayPopBack(times${i}), 0)`;
  return {
    times: `arraySort(groupArrayIf(toUnixTimestamp64Milli(time), name = {name${i}:String}${isKept})) as times${i}`,
    text: `if(empty(times${i}), '', concat('[', toString(arrayMap((x, y) -> x - y, times${i}, ${before})), ']')) as list${i}`,
    bindings: {
      [`name${i}`]: did.event as string,
      ...(keptMs === undefined ? {} : { [`after${i}`]: at - keptMs }),
    },
  };
}

/** What rows say, fragments in the order of their ids. */
export function entriesOfTimes({ plans }: PastQuestion, rows: readonly TimesRow[]): HistoryEntry[] {
  const entries: HistoryEntry[] = [];
  for (const row of rows.toSorted((a, b) => a.fragment - b.fragment)) {
    const states: { [trait: string]: string } = {};
    let isAny = false;
    for (const [i, { key }] of plans.entries()) {
      const text = row[`list${i}`]!;
      if (text === '') continue;
      states[key] = text;
      isAny = true;
    }
    if (isAny) entries.push([row.fragment, row.holder, states]);
  }
  return entries;
}
