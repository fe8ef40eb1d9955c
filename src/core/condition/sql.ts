import { refusal } from '../refusal.ts';
import { type Calendar, createCalendar } from '../trait/index.ts';
import { canonical } from './canonical.ts';
import { audienceOf, compileCondition } from './compile.ts';
import type { ComputedTrait } from './computed-schema.ts';
import type { Condition } from './condition.ts';
import { type AudienceResolver, latestScore, listMembership, reachability } from './parts/member.ts';
import { bucketsOf, SPLIT_BUCKETS } from './parts/split.ts';
import { NOBODY } from './person-view.ts';
import { questionOf } from './question.ts';
import { behaviourSql, measuredSql, questionSql } from './sql/behaviour.ts';
import { attributeNumberSql, attributeSql, attributeText, consentSql, personZoneSql } from './sql/person.ts';
import { and, BASE_COLUMNS, layered, newQuery, or, type Query, type SqlBindings } from './sql/query.ts';
import { sequenceSql } from './sql/sequence.ts';
import { measureOfTrait, questionOfTrait, type TraitResolver } from './trait-question.ts';

/** A query and its bound values. */
export interface ConditionSql {
  /** A select with one column, `person`: the ids of the people of whom the condition is true, each once, in no order. */
  readonly sql: string;
  readonly bindings: SqlBindings;
}

/** What is around a condition when it is written as SQL. */
export interface SqlSurroundings {
  readonly audiences?: AudienceResolver;
  /** The traits that people defined. */
  readonly traits?: TraitResolver;
  readonly calendar?: Calendar;
  /** Events with their current person, as the warehouse's `currentPerson` gives them; the plain table unless said. */
  readonly events?: { readonly from: string; readonly person: string };
  /** Table or view with the columns of CATALOGUE_COLUMNS; `catalogue` unless said. */
  readonly catalogueTable?: string;
  /** Source ids, strongest first, where the workspace's attribute policy is source precedence. */
  readonly sourcePrecedence?: readonly string[];
  /** Asks of everybody besides whether she did anything from a moment on and before another (ms): the column `active`. */
  readonly active?: { readonly from: number; readonly to: number };
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
 * all events until then. Only people with at least one event count. Refusals: `condition.unknown-audience`,
 * `condition.unknown-trait` (422), `condition.bad-table` (500) when the catalogue table has no plain name.
 */
export function conditionSql(
  condition: Condition,
  at: number,
  surroundings: SqlSurroundings = {},
): ConditionSql {
  const query = startQuery(at, surroundings);
  const holds = write(query, canonical(condition), namedIn(surroundings));
  const { people, bindings } = peopleSql(query, surroundings, mayHoldOfNobody(condition, at, surroundings));
  return { sql: `select who as person\nfrom (\n${people}\n)\nwhere ${holds}`, bindings };
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
  const query = startQuery(at, surroundings);
  const columns = conditions.map(
    (condition, i) => `${write(query, canonical(condition), namedIn(surroundings))} as c${i}`,
  );
  const { active } = surroundings;
  if (active) columns.push(`${activeSql(query, active)} as active`);
  const needsEverybody =
    active !== undefined || conditions.some((condition) => mayHoldOfNobody(condition, at, surroundings));
  const { people, bindings } = peopleSql(query, surroundings, needsEverybody);
  return { sql: `select ${['who as person', ...columns].join(',\n  ')}\nfrom (\n${people}\n)`, bindings };
}

/** Whether somebody did anything in a span; what the program made of her is no act of hers. */
function activeSql(query: Query, { from, to }: { readonly from: number; readonly to: number }): string {
  const moment = (ms: number): string => `fromUnixTimestamp64Milli(${query.bind('Int64', ms)})`;
  const isAct = query.base("events.channel != 'system'");
  return query.aggregate(`max(${isAct} and time >= ${moment(from)} and time < ${moment(to)})`);
}

/** What people are put in order by: a number that is known of them. */
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
  const query = startQuery(at, surroundings);
  const holds = write(query, canonical(condition), namedIn(surroundings));
  const value = valueSql(query, by);
  const { people, bindings } = peopleSql(query, surroundings, mayHoldOfNobody(condition, at, surroundings));
  const ranked = `select who as person, ${value} as value\nfrom (\n${people}\n)\nwhere ${holds}`;
  return { sql: `select person, value\nfrom (\n${ranked}\n)\nwhere isNotNull(value)`, bindings };
}

function valueSql(query: Query, by: RankBy): string {
  if ('attribute' in by) return attributeNumberSql(query, by.attribute);
  if ('trait' in by) return measuredSql(query, measureOfTrait(by.trait));
  return measuredSql(query, questionOf(latestScore({ score: by.score, number: { atLeast: 0 } })));
}

/** Whether the condition is true of somebody of whom nothing is known, or may be: then rows that do not matter are needed too. */
function mayHoldOfNobody(condition: Condition, at: number, surroundings: SqlSurroundings): boolean {
  const { calendar = createCalendar() } = surroundings;
  return compileCondition(condition, { ...namedIn(surroundings), calendar }).holds(NOBODY, at);
}

function namedIn({ audiences = () => undefined, traits = () => undefined }: SqlSurroundings): Named {
  return { audiences, traits };
}

/**
 * The value of an attribute as text, for everybody who has one, from all events until a moment: a select with the columns
 * `person` and `value`. Refusal: `condition.bad-table` (500) as in `conditionSql`.
 */
export function attributeValuesSql(
  path: string,
  at: number,
  surroundings: SqlSurroundings = {},
): ConditionSql {
  const query = startQuery(at, surroundings);
  const value = attributeText(query, path);
  const { people, bindings } = peopleSql(query, surroundings, false);
  return {
    sql: `select who as person, ${value} as value\nfrom (\n${people}\n)\nwhere value != ''`,
    bindings,
  };
}

function startQuery(at: number, surroundings: SqlSurroundings): ReturnType<typeof newQuery> {
  const { calendar = createCalendar(), catalogueTable = 'catalogue', sourcePrecedence } = surroundings;
  if (!TABLE_NAME.test(catalogueTable))
    throw refusal('condition.bad-table', 500, 'The name of the catalogue table is not a plain name.');
  return newQuery({ at, calendar, catalogueTable, sourcePrecedence, personZone: personZoneSql });
}

/** Everybody with what was reckoned of them: the steps over aggregates over rows. */
function peopleSql(
  query: ReturnType<typeof newQuery>,
  { events = { from: 'events', person: 'person' }, upToPerson }: SqlSurroundings,
  needsEverybody: boolean,
): { people: string; bindings: SqlBindings } {
  const atMost = `time <= fromUnixTimestamp64Milli(${query.bind('Int64', query.at)})`;
  const { base, rows, aggregates, steps, needed, bindings } = query.parts();
  const sampled = upToPerson === undefined ? '1' : `${events.person} <= ${query.bind('Int64', upToPerson)}`;
  // Rows of nobody (reports of advertising, counters) have person 0.
  const where = and('person != 0', sampled, atMost);
  // Rows that do not matter are left out first: left to itself the engine begins with the smallest columns, which most rows pass.
  const matters = needsEverybody || needed.length === 0 ? '1' : or(...needed);
  const first = matters === '1' ? '' : `prewhere ${matters}\n`;
  const expressions = [...rows, ...aggregates].map(([, expression]) => expression).join(' ');
  const used = Object.entries(BASE_COLUMNS).filter(([name]) => new RegExp(`\\b${name}\\b`).test(expressions));
  const columns = listed([['who', events.person], ['time', 'time'], ...used, ...base]);
  const table = `select ${columns}\nfrom ${events.from}\n${first}where ${where}`;
  const people = `select ${listed([['who', 'who'], ...aggregates])}\nfrom (\n${layered(rows, table)}\n)\ngroup by who`;
  return { people: layered(steps, people), bindings };
}

/** What a condition may name. */
interface Named {
  readonly audiences: AudienceResolver;
  readonly traits: TraitResolver;
}

function listed(columns: readonly (readonly [name: string, expression: string])[]): string {
  return columns
    .map(([name, expression]) => (name === expression ? name : `${expression} as ${name}`))
    .join(',\n  ');
}

function write(query: Query, condition: Condition, around: Named): string {
  const { audiences, traits } = around;
  const part = (inner: Condition): string => write(query, inner, around);
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
  if ('trait' in condition) return questionSql(query, questionOfTrait(condition, traits));
  const audience = audienceOf(condition.member, audiences);
  return 'list' in audience
    ? behaviourSql(query, listMembership(condition))
    : part(canonical(audience.condition));
}
