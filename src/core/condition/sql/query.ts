import { type Calendar, ZONES } from '../../trait/index.ts';
import { TIME_ZONE_DEFAULT } from '../facts.ts';

/** Values bound to the placeholders of a query. */
export type SqlBindings = Readonly<Record<string, string | number | readonly string[] | readonly number[]>>;

type BoundType =
  | 'String'
  | 'Int64'
  | 'UInt64'
  | 'Float64'
  | 'Array(String)'
  | 'Array(Int64)'
  | 'Array(UInt64)'
  | 'Array(Float64)';
type BoundValue = string | number | readonly string[] | readonly number[];

/** Gives an expression a name, so that what builds on it stays short. Expressions over lambda variables cannot have one. */
export type Keep = (expression: string) => string;

export const inline: Keep = (expression) => expression;

/**
 * A query in the making, in stages: columns of table `events`, what is reckoned of each row, aggregates over the rows of a person, steps of the reckoning
 * over those, and the condition at the end. Equal expressions are written once.
 */
export interface Query {
  readonly at: number;
  readonly calendar: Calendar;
  readonly catalogueTable: string;
  /** Source ids of the attribute policy, strongest first; undefined when the latest statement counts whoever made it. */
  readonly sourcePrecedence: readonly string[] | undefined;
  /** A placeholder for a value; values never get into the text. */
  bind(type: BoundType, value: BoundValue): string;
  /** A column of the table, where it is none of BASE_COLUMNS. */
  readonly base: Keep;
  /** A column of a row, over base columns and other such columns. */
  readonly row: Keep;
  /** An aggregate over a person's rows. */
  readonly aggregate: Keep;
  /** A step of the reckoning over aggregates and other steps. */
  readonly step: Keep;
  /** Notes which rows matter, in terms of the table's columns, so that others need not be read. */
  needs(rows: string): void;
  /**
   * A number that depends on a time zone: bound once for a fixed zone; for `person` looked up by her zone, worked out here for every
   * zone, so that SQL and live code share one calendar.
   */
  zoneNumber(zone: string | undefined, numberIn: (zone: string) => number): string;
}

type Named = readonly (readonly [name: string, expression: string])[];

/** The parts of a query when all is said. */
export interface QueryParts {
  readonly base: Named;
  readonly rows: Named;
  readonly aggregates: Named;
  readonly steps: Named;
  readonly needed: readonly string[];
  readonly bindings: SqlBindings;
}

/** What columns of rows are made of: names and their SQL over table `events`. */
export const BASE_COLUMNS = {
  ms: 'toUnixTimestamp64Milli(time)',
  name: 'name',
  // The table may hold these as numbers with names; conditions ask for names that it does not know too.
  channel: 'toString(channel)',
  source: 'source',
  type: 'toString(type)',
  properties_text: 'properties_text',
  context_text: 'context_text',
} as const;

export interface QueryOptions {
  readonly at: number;
  readonly calendar: Calendar;
  readonly catalogueTable: string;
  readonly sourcePrecedence: readonly string[] | undefined;
  /** The SQL for a person's time zone, once it is needed. */
  readonly personZone: (query: Query) => string;
}

/** Starts a query. */
export function newQuery(options: QueryOptions): Query & { parts(): QueryParts } {
  const bindings: Record<string, BoundValue> = {};
  const placeholders = new Map<string, string>();
  const [base, rows, aggregates, steps] = [
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, string>(),
    new Map<string, string>(),
  ];
  const needed = new Set<string>();
  const zones = [...ZONES];

  const bind = (type: BoundType, value: BoundValue): string => {
    const key = `${type} ${JSON.stringify(value)}`;
    const known = placeholders.get(key);
    if (known) return known;
    const name = `p${placeholders.size}`;
    bindings[name] = value;
    placeholders.set(key, `{${name}:${type}}`);
    return `{${name}:${type}}`;
  };
  const query: Query = {
    ...options,
    bind,
    base: (expression) => name(base, 'b', expression),
    row: (expression) => named(rows, 'r', expression),
    aggregate: (expression) => named(aggregates, 'a', expression),
    step: (expression) => named(steps, 's', expression),
    needs: (test) => needed.add(test),
    zoneNumber(zone = TIME_ZONE_DEFAULT, numberIn) {
      if (zone !== 'person') return bind('Int64', numberIn(zone));
      const numbers = bind('Array(Int64)', zones.map(numberIn));
      const otherwise = bind('Int64', numberIn(TIME_ZONE_DEFAULT));
      const names = bind('Array(String)', zones);
      return query.step(`transform(${options.personZone(query)}, ${names}, ${numbers}, ${otherwise})`);
    },
  };
  const list = (known: Map<string, string>): Named =>
    [...known].map(([expression, name]) => [name, expression]);
  return {
    ...query,
    parts: () => ({
      base: list(base),
      rows: list(rows),
      aggregates: list(aggregates),
      steps: list(steps),
      needed: [...needed],
      bindings,
    }),
  };
}

const SIMPLE = /^[a-z_]+[0-9]*$/;

/** A name for an expression that is more than a name. */
function named(known: Map<string, string>, letter: string, expression: string): string {
  return SIMPLE.test(expression) ? expression : name(known, letter, expression);
}

function name(known: Map<string, string>, letter: string, expression: string): string {
  const given = known.get(expression) ?? `${letter}${known.size}`;
  known.set(expression, given);
  return given;
}

/**
 * Columns over columns as selects within selects, each level over the one below. Aliases of one select would do, but the engine
 * writes them out wherever they are used: fourteen that each use the one before twice take 2 s to analyse, and 20 ms like this.
 */
export function layered(columns: Named, from: string): string {
  const levels: [string, string][][] = [];
  const levelOf = new Map<string, number>();
  for (const [name, expression] of columns) {
    const used = expression.match(/\b[rs][0-9]+\b/g) ?? [];
    const level = Math.max(0, ...used.map((other) => (levelOf.get(other) ?? -1) + 1));
    levelOf.set(name, level);
    levels[level] = [...(levels[level] ?? []), [name, expression]];
  }
  return levels.reduce(
    (inner, level) =>
      `select *${level.map(([name, expression]) => `,\n  ${expression} as ${name}`).join('')}\nfrom (\n${inner}\n)`,
    from,
  );
}

/** All of several conditions. */
export function and(...conditions: readonly string[]): string {
  const real = conditions.filter((condition) => condition !== '1');
  return real.length === 0 ? '1' : real.length === 1 ? real[0]! : `(${real.join(' and ')})`;
}

/** Any of several conditions. */
export function or(...conditions: readonly string[]): string {
  const once = [...new Set(conditions)];
  return once.includes('1') ? '1' : once.length === 1 ? once[0]! : `(${once.join(' or ')})`;
}
