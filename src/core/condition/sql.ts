import { refusal } from '../refusal.ts';
import { type Calendar, createCalendar } from '../trait/index.ts';
import { canonical } from './canonical.ts';
import { audienceOf, compileCondition } from './compile.ts';
import type { ComputedTrait } from './computed.ts';
import type { Condition } from './condition.ts';
import { numberQuestion } from './number-question.ts';
import { type AudienceResolver, latestScore, listMembership, reachability } from './parts/member.ts';
import { bucketsOf, SPLIT_BUCKETS } from './parts/split.ts';
import { NOBODY } from './person-view.ts';
import { questionOf } from './question.ts';
import { behaviourSql, measuredSql } from './sql/behaviour.ts';
import { attributeNumberSql, attributeSql, consentSql, personZoneSql } from './sql/person.ts';
import { and, BASE_COLUMNS, layered, newQuery, or, type Query, type SqlBindings } from './sql/query.ts';
import { sequenceSql } from './sql/sequence.ts';

/** A query and its bound values. */
export interface ConditionSql {
  /** A select with one column, `person`: the ids of the people of whom the condition is true, each once, in no order. */
  readonly sql: string;
  readonly bindings: SqlBindings;
}

/** What is around a condition when it is written as SQL. */
export interface SqlSurroundings {
  readonly audiences?: AudienceResolver;
  readonly calendar?: Calendar;
  /** Events with their current person, as the warehouse's `currentPerson` gives them; the plain table unless said. */
  readonly events?: { readonly from: string; readonly person: string };
  /** Table or view with the columns of CATALOGUE_COLUMNS; `catalogue` unless said. */
  readonly catalogueTable?: string;
  /** Source ids, strongest first, where the workspace's attribute policy is source precedence. */
  readonly sourcePrecedence?: readonly string[];
  /** Only people with ids up to this: ids are hashes, so that a stretch of them is a fair sample. */
  readonly upToPerson?: number;
}

/** What the catalogue table must hold: '' and null stand for missing. */
export const CATALOGUE_COLUMNS = {
  product_id: 'String',
  category: 'String',
  brand: 'String',
  price: 'Nullable(Float64)',
  stock: 'Nullable(Float64)',
} as const;

const TABLE_NAME = /^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/;

/**
 * The second reading of a condition: ClickHouse SQL over table `events` that gives everybody of whom it is true at a moment, from
 * all events until then. Only people with at least one event count. Refusals: `condition.unknown-audience` (422),
 * `condition.bad-table` (500) when the catalogue table has no plain name.
 */
export function conditionSql(
  condition: Condition,
  at: number,
  surroundings: SqlSurroundings = {},
): ConditionSql {
  const { query, from } = queryOver(at, surroundings);
  const holds = write(query, canonical(condition), surroundings.audiences ?? NO_AUDIENCES);
  return {
    sql: `select who as person\nfrom (\n${from(mayHoldOfNobody(condition, at, surroundings))}\n)\nwhere ${holds}`,
    bindings: query.parts().bindings,
  };
}

/**
 * Several conditions in one reading of the events: a select with `person` and the columns `c0`, `c1`, … that are 1 where the condition
 * of that number is true. Somebody of whom every one of them says the same as of somebody unknown may be missing: ask for the
 * opposite of what is true of somebody unknown, and count her among the rest.
 */
export function conditionsSql(
  conditions: readonly Condition[],
  at: number,
  surroundings: SqlSurroundings = {},
): ConditionSql {
  const { query, from } = queryOver(at, surroundings);
  const audiences = surroundings.audiences ?? NO_AUDIENCES;
  const columns = conditions.map(
    (condition, i) => `${write(query, canonical(condition), audiences)} as c${i}`,
  );
  const needsEverybody = conditions.some((condition) => mayHoldOfNobody(condition, at, surroundings));
  return {
    sql: `select ${['who as person', ...columns].join(',\n  ')}\nfrom (\n${from(needsEverybody)}\n)`,
    bindings: query.parts().bindings,
  };
}

/** What people are put in order by. */
export type RankBy =
  | { readonly attribute: string }
  | { readonly score: string }
  | { readonly trait: ComputedTrait };

/**
 * The people of whom a condition is true and who have the number, with it: a select with `person` and `value`. Numbers are as conditions
 * read them, in ten-thousandths or as counts; a point of time is in ms.
 */
export function rankSql(
  condition: Condition,
  by: RankBy,
  at: number,
  surroundings: SqlSurroundings = {},
): ConditionSql {
  const { query, from } = queryOver(at, surroundings);
  const holds = write(query, canonical(condition), surroundings.audiences ?? NO_AUDIENCES);
  const value = valueSql(query, by);
  return {
    sql: `select person, value\nfrom (\nselect who as person, ${value} as value\nfrom (\n${from(mayHoldOfNobody(condition, at, surroundings))}\n)\nwhere ${holds}\n)\nwhere isNotNull(value)`,
    bindings: query.parts().bindings,
  };
}

function valueSql(query: Query, by: RankBy): string {
  if ('attribute' in by) return attributeNumberSql(query, by.attribute);
  if ('trait' in by) return measuredSql(query, numberQuestion(by.trait));
  const { did, last } = latestScore({ score: by.score, number: { atLeast: 0 } });
  return measuredSql(query, questionOf({ did, last: last! }));
}

const NO_AUDIENCES: AudienceResolver = () => undefined;

/** Whether the condition is true of somebody of whom nothing is known, or may be: then rows that do not matter are needed too. */
function mayHoldOfNobody(condition: Condition, at: number, surroundings: SqlSurroundings): boolean {
  const { audiences = NO_AUDIENCES, calendar = createCalendar() } = surroundings;
  return compileCondition(condition, { audiences, calendar }).holds(NOBODY, at);
}

function queryOver(at: number, surroundings: SqlSurroundings) {
  const { calendar = createCalendar(), events = { from: 'events', person: 'person' } } = surroundings;
  const { catalogueTable = 'catalogue', sourcePrecedence, upToPerson } = surroundings;
  if (!TABLE_NAME.test(catalogueTable))
    throw refusal('condition.bad-table', 500, 'The name of the catalogue table is not a plain name.');
  const query = newQuery({ at, calendar, catalogueTable, sourcePrecedence, personZone: personZoneSql });
  /** The reckoning of each person, once everything is written. */
  const from = (needsEverybody: boolean): string => {
    const atMost = `time <= fromUnixTimestamp64Milli(${query.bind('Int64', at)})`;
    const sampled = upToPerson === undefined ? '1' : `${events.person} <= ${query.bind('Int64', upToPerson)}`;
    const { base, rows, aggregates, steps, needed } = query.parts();
    const where = and(sampled, atMost, needsEverybody || needed.length === 0 ? '1' : or(...needed));
    const expressions = [...rows, ...aggregates].map(([, expression]) => expression).join(' ');
    const used = Object.entries(BASE_COLUMNS).filter(([name]) =>
      new RegExp(`\\b${name}\\b`).test(expressions),
    );
    const columns = listed([['who', events.person], ['time', 'time'], ...used, ...base]);
    const table = `select ${columns}\nfrom ${events.from}\nwhere ${where}`;
    const people = `select ${listed([['who', 'who'], ...aggregates])}\nfrom (\n${layered(rows, table)}\n)\ngroup by who`;
    return layered(steps, people);
  };
  return { query, from };
}

function listed(columns: readonly (readonly [name: string, expression: string])[]): string {
  return columns
    .map(([name, expression]) => (name === expression ? name : `${expression} as ${name}`))
    .join(',\n  ');
}

function write(query: Query, condition: Condition, audiences: AudienceResolver): string {
  const part = (inner: Condition): string => write(query, inner, audiences);
  if ('all' in condition) return and(...condition.all.map(part));
  if ('any' in condition) return or(...condition.any.map(part));
  if ('not' in condition) return `not (${part(condition.not)})`;
  if ('attribute' in condition) return attributeSql(query, condition);
  if ('consent' in condition) return consentSql(query, condition);
  if ('sequence' in condition) return sequenceSql(query, condition);
  if ('reachable' in condition) return behaviourSql(query, reachability(condition));
  if ('score' in condition) return behaviourSql(query, latestScore(condition));
  if ('split' in condition) {
    const bucket = `murmurHash3_32(concat(${query.bind('String', `${condition.split}:`)}, toString(who))) % ${SPLIT_BUCKETS}`;
    const [first, end] = bucketsOf(condition);
    return `(${bucket} >= ${query.bind('Int64', first)} and ${bucket} < ${query.bind('Int64', end)})`;
  }
  if ('did' in condition) return behaviourSql(query, condition);
  const audience = audienceOf(condition.member, audiences);
  return 'list' in audience
    ? behaviourSql(query, listMembership(condition))
    : part(canonical(audience.condition));
}
