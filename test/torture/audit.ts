import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../../src/core/index.ts';
import { openLmdbState } from '../../src/engine/state/index.ts';
import {
  countOverrides,
  currentPerson,
  openEmbeddedWarehouse,
  type Warehouse,
} from '../../src/engine/warehouse/index.ts';
import { namespacesOf } from '../../src/identity/index.ts';
import { verify } from '../../src/operate/index.ts';
import { FACT_COLUMNS, type Profile, viewOf } from '../../src/profile/index.ts';
import { refold } from './refold.ts';

/** What the books of a stopped server say, against what its clients know and against a second fold of its log. */
export interface Audit {
  readonly acknowledged: number;
  readonly lost: number;
  readonly doubled: number;
  readonly rows: number;
  readonly records: number;
  readonly compared: number;
  readonly faults: readonly string[];
}

const ROWS_A_PAGE = 50_000;
/** What the second fold must say of a fact just as the first did. */
const COMPARED_COLUMNS = [
  'place',
  'derived',
  'fragment',
  'person',
  'session',
  'id',
  'name',
  'order_id',
  'revenue',
  'order_count',
] as const;

/** Audits the data folder of a stopped server whose clients were acknowledged these message ids. */
export async function audit(folder: string, acknowledged: ReadonlySet<string>): Promise<Audit> {
  const faults: string[] = [];
  const { findings } = await verify({ data: folder, state: 'embedded', warehouse: 'embedded' });
  for (const { part, faults: found, faultCount } of findings)
    faults.push(
      ...found.map((fault) => `verify: ${part}: ${fault}`),
      ...(faultCount > found.length ? ['…'] : []),
    );
  const state = await openLmdbState({ folder: join(folder, 'state') });
  const again = await refold(folder, state).finally(() => state.close());
  if (again.differenceCount > 0)
    faults.push(
      `${again.differenceCount} records differ from a second fold of the log`,
      ...again.differences,
    );
  const warehouse = await openEmbeddedWarehouse({ folder: join(folder, 'warehouse') });
  try {
    const counts = await compareRows(warehouse, acknowledged, again.facts, faults);
    faults.push(...(await compareOrders(warehouse, again.people)));
    return {
      acknowledged: acknowledged.size,
      ...counts,
      records: again.records,
      compared: again.compared,
      faults,
    };
  } finally {
    await warehouse.close();
  }
}

async function compareRows(
  warehouse: Warehouse,
  acknowledged: ReadonlySet<string>,
  facts: readonly string[],
  faults: string[],
): Promise<{ lost: number; doubled: number; rows: number }> {
  const columns = COMPARED_COLUMNS.map((column) => FACT_COLUMNS.indexOf(column));
  const times = new Map<string, number>();
  let rows = 0;
  let different = 0;
  for await (const page of rowsInOrder(warehouse)) {
    for (const row of page) {
      const id = row[COMPARED_COLUMNS.indexOf('id')]!;
      times.set(id, (times.get(id) ?? 0) + 1);
      const cells = facts[rows++]?.split('\t') ?? [];
      const expected = columns.map((column) => asStored(cells[column] ?? ''));
      if (expected.every((cell, i) => cell === row[i])) continue;
      if (++different === 1)
        faults.push(`a fact is ${row.join(' ')} and was folded again as ${expected.join(' ')}`);
    }
  }
  if (different > 0) faults.push(`${different} facts differ from a second fold of the log`);
  if (rows !== facts.length)
    faults.push(`the warehouse has ${rows} rows, a second fold of the log gives ${facts.length}`);
  const lost = [...acknowledged].filter((id) => !times.has(id));
  const doubled = [...times].filter(([, count]) => count > 1);
  if (lost.length > 0)
    faults.push(`${lost.length} acknowledged events are lost, such as ${lost.slice(0, 3).join(' ')}`);
  if (doubled.length > 0)
    faults.push(`${doubled.length} events are counted twice, such as ${doubled.slice(0, 3).join(' ')}`);
  return { lost: lost.length, doubled: doubled.length, rows };
}

/** Whether the rows of everybody come to the orders and the revenue of her profile. */
async function compareOrders(warehouse: Warehouse, people: readonly Profile[]): Promise<string[]> {
  const { from, person } = currentPerson(await countOverrides(warehouse));
  const { rows } = await warehouse.query<{ who: number; currency: string; orders: number; money: number }>(
    `select ${person} as who, currency, sum(order_count) as orders, toFloat64(sum(revenue)) as money
from ${from}
where order_id != ''
group by who, currency
having orders != 0 or money != 0`,
  );
  const inRows = new Map(rows.map((row) => [`${row.who} ${row.currency}`, row.money]));
  const orders = new Map<number, number>();
  for (const row of rows) orders.set(row.who, (orders.get(row.who) ?? 0) + row.orders);
  const wrong = people.filter((each) => {
    const { count, revenue } = viewOf(each, DEFAULT_SETTINGS, namespacesOf(DEFAULT_SETTINGS)).purchases;
    return (
      count !== (orders.get(each.id) ?? 0) ||
      Object.entries(revenue).some(
        ([currency, money]) =>
          Math.abs(money - (inRows.get(`${each.id} ${asStored(currency)}`) ?? 0)) > 0.00005,
      )
    );
  });
  return wrong.length === 0
    ? []
    : [`${wrong.length} people have other orders in the warehouse, such as ${wrong[0]!.id}`];
}

const UNESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/** A field of a TabSeparated line as the warehouse gives it back: escapes undone, half a surrogate pair as U+FFFD. */
function asStored(cell: string): string {
  const text = cell.replace(/\\(.)/g, (_, letter: string) => UNESCAPED[letter] ?? letter);
  return Buffer.from(text).toString();
}

/** The rows of the warehouse in the order of their places, as texts. */
async function* rowsInOrder(warehouse: Warehouse): AsyncGenerator<string[][]> {
  for (let after: readonly string[] = ['-1', '0']; ; ) {
    const { rows } = await warehouse.query<Record<string, string>>(
      `select ${COMPARED_COLUMNS.map((column) => `toString(${column}) as ${column}_text`).join(', ')}
from events
where (toInt64(place), derived) > ({place:Int64}, {derived:UInt32})
order by place, derived
limit ${ROWS_A_PAGE}`,
      { place: after[0]!, derived: after[1]! },
      { seconds: 300 },
    );
    yield rows.map((row) => COMPARED_COLUMNS.map((column) => row[`${column}_text`] ?? ''));
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_A_PAGE) return;
    after = [last['place_text']!, last['derived_text']!];
  }
}
