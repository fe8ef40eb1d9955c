import {
  and,
  type ConditionSql,
  layered,
  type Matcher,
  newQuery,
  or,
  rowsOf,
  type SqlQuery,
} from '../../core/condition/index.ts';
import { refusal } from '../../core/index.ts';
import type { Bindings } from '../../engine/warehouse/index.ts';
import type { Frame } from '../frame.ts';
import type { Span } from '../range/span.ts';
import { columnsIn } from './columns.ts';
import { ITEM_FIELDS, type ItemField, itemName, perLine } from './items.ts';

/** SQL and its bound values. */
export interface Statement {
  readonly sql: string;
  readonly bindings: Bindings;
}

/** A column by which a table of further values is joined, one row for each of its values at most. */
type JoinKey = 'who' | 'session' | 'order_id' | 'item_product';

/**
 * The events of a question in the making: those of a span of time, each with the person of now. Dimensions, metrics and segments ask it
 * for what they need; `from` then gives the SQL that reads exactly that. Equal expressions are written once.
 */
export interface Events {
  readonly frame: Frame;
  readonly span: Span;
  /** The making as the condition language sees it, for its tests of values. */
  readonly query: SqlQuery;
  /** Whether events are taken apart into product lines, which happens when somebody asks for an item field. */
  readonly isPerItem: boolean;
  /** A placeholder for a value; values never get into the text. */
  bind: SqlQuery['bind'];
  /** A sub-column of the table, such as `properties.category`; never with names of a caller that were not checked. */
  column(expression: string): string;
  /** A name for an expression over columns and other such names, so that it is reckoned once. */
  name(expression: string): string;
  /** A name for whether an event fits a matcher of the condition language, and a cheap test that every fitting row passes. */
  fits(matcher: Matcher): { readonly test: string; readonly names: string };
  /** A field of a product line; from then on rows are lines. */
  item(field: ItemField): string;
  /** A value from a select with the columns `key` and `value`, '' or 0 where it has none for a row. */
  join(key: JoinKey, statement: Statement): string;
  /** Notes that a value of the event before or after is asked for, which rows that are product lines do not have. */
  looksBeside(): void;
  /** SQL of another making within this one: its placeholders get names of their own. */
  embed(statement: Statement | ConditionSql): string;
  /** Leaves out rows that do not pass; in terms of the table, so that they are not even read. */
  restrict(test: string): void;
  /** Leaves out rows that do not pass; in terms of columns and names. */
  keep(test: string): void;
  /** Only rows that pass one of these tests matter, in terms of the table; '1' when all do. Without any, all do. */
  needs(test: string): void;
  /** What stands after `from`: a select with these expressions' columns, all names, and who, time, place, derived and session. */
  from(uses: readonly string[]): string;
  /** All values that were bound so far. */
  bindings(): Bindings;
}

/** Columns that every select over events may name. */
const ALWAYS = ['who', 'time', 'place', 'derived', 'session'];

/**
 * Starts the events of a question.
 * @param span events with `from <= time < to` (ms)
 * @param withSystem also rows that the program made of people (audiences entered and left, scores), which are no acts of theirs
 */
export function createEvents(frame: Frame, span: Span, { withSystem = false } = {}): Events {
  const whole = newQuery({
    at: frame.at,
    calendar: frame.calendar,
    catalogueTable: 'catalogue',
    sourcePrecedence: frame.sourcePrecedence,
    personZone: () => "''",
  });
  const { parts, ...query } = whole;
  const { embed, more } = embedding();
  const joins = new Map<string, JoinKey>();
  const items = new Map<ItemField, string>();
  const kept = new Set<string>();
  let looksBeside = false;
  const restricted = new Set([
    `events.time >= fromUnixTimestamp64Milli(${query.bind('Int64', span.from)})`,
    `events.time < fromUnixTimestamp64Milli(${query.bind('Int64', span.to)})`,
    ...(withSystem ? [] : ["events.channel != 'system'"]),
  ]);

  const from = (uses: readonly string[]): string => {
    const { base, rows: told, needed } = parts();
    // What is true of every row that is read is not tested again.
    const rows = told.map(
      ([name, sql]) => [name, sql === needed[0] && needed.length === 1 ? '1' : sql] as const,
    );
    if (looksBeside && items.size > 0)
      throw refusal(
        'analytics.beside-lines',
        422,
        'Values of the event before or after cannot be asked for together with product lines.',
      );
    const texts = [...ALWAYS, ...uses, ...rows.map(([, sql]) => sql), ...kept, ...joins.values()];
    const columns = [...columnsIn(texts, frame.events), ...base.map(([name, sql]) => [name, sql] as const)];
    // Rows that do not matter are left out first: left to itself the engine begins with the smallest columns, which most rows pass.
    const matters = needed.length === 0 ? '1' : or(...needed);
    const first = matters === '1' ? '' : `prewhere ${matters}\n`;
    const read = `select ${listed(columns)}\nfrom ${frame.events.from}\n${first}where ${[...restricted].join('\nand ')}`;
    const lined = items.size === 0 ? read : perLine(read, items);
    const joined = withJoins(lined, joins);
    const named = layered(rows, joined);
    return kept.size === 0 ? `(\n${named}\n)` : `(\nselect *\nfrom (\n${named}\n)\nwhere ${and(...kept)}\n)`;
  };
  return {
    frame,
    span,
    query: whole,
    get isPerItem() {
      return items.size > 0;
    },
    bind: query.bind,
    column: query.base,
    name: query.row,
    fits: (matcher) => rowsOf(query, matcher),
    item(field) {
      if (!items.has(field)) items.set(field, query.base(ITEM_FIELDS[field].array));
      return itemName(field);
    },
    join(key, statement) {
      const sql = embed(statement);
      if (!joins.has(sql)) joins.set(sql, key);
      return `j${[...joins.keys()].indexOf(sql)}_value`;
    },
    looksBeside: () => {
      looksBeside = true;
    },
    embed,
    restrict: (test) => void restricted.add(test),
    keep: (test) => void (test !== '1' && kept.add(test)),
    needs: query.needs,
    from,
    bindings: () => ({ ...parts().bindings, ...more }),
  };
}

/** Takes SQL of other makings in, the same once, and keeps their values apart. */
function embedding(): { embed: Events['embed']; more: Record<string, Bindings[string]> } {
  const more: Record<string, Bindings[string]> = {};
  const embedded = new Map<string, string>();
  const embed = ({ sql, bindings }: Statement | ConditionSql): string => {
    const key = `${sql}${JSON.stringify(bindings)}`;
    const known = embedded.get(key);
    if (known !== undefined) return known;
    const letter = `q${embedded.size}`;
    for (const [name, value] of Object.entries(bindings))
      more[`${letter}${name}`] = value as Bindings[string];
    const text = sql.replaceAll(/\{([a-z0-9]+):/g, `{${letter}$1:`);
    embedded.set(key, text);
    return text;
  };
  return { embed, more };
}

function listed(columns: readonly (readonly [name: string, expression: string])[]): string {
  return columns
    .map(([name, expression]) => (name === expression ? name : `${expression} as ${name}`))
    .join(',\n  ');
}

/** Beside each row the values of the tables that are joined to it. */
function withJoins(table: string, joins: ReadonlyMap<string, JoinKey>): string {
  if (joins.size === 0) return table;
  const each = [...joins].map(
    ([sql, key], i) =>
      `any left join (\nselect key as j${i}_key, value as j${i}_value\nfrom (\n${sql}\n)\n) as j${i} on ${key} = j${i}_key`,
  );
  return `select *\nfrom (\n${table}\n) as e\n${each.join('\n')}`;
}
