import { refusal } from '../refusal.ts';
import { type Calendar, createCalendar } from '../trait/index.ts';
import { canonical } from './canonical.ts';
import { audienceOf, compileCondition } from './compile.ts';
import type { Condition } from './condition.ts';
import { type AudienceResolver, latestScore, listMembership, reachability } from './parts/member.ts';
import { NOBODY } from './person-view.ts';
import { behaviourSql, questionSql } from './sql/behaviour.ts';
import { attributeSql, attributeText, consentSql, personZoneSql } from './sql/person.ts';
import { and, BASE_COLUMNS, layered, newQuery, or, type Query, type SqlBindings } from './sql/query.ts';
import { sequenceSql } from './sql/sequence.ts';
import { questionOfTrait, type TraitResolver } from './trait-question.ts';

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
  const { calendar = createCalendar() } = surroundings;
  const { audiences = () => undefined, traits = () => undefined } = surroundings;
  const query = startQuery(at, surroundings);
  const holds = write(query, canonical(condition), { audiences, traits });
  // Somebody without a single event that matters is as good as somebody of whom nothing is known.
  const needsEverybody = compileCondition(condition, { audiences, traits, calendar }).holds(NOBODY, at);
  const { people, bindings } = peopleSql(query, surroundings, needsEverybody);
  return { sql: `select who as person\nfrom (\n${people}\n)\nwhere ${holds}`, bindings };
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
  { events = { from: 'events', person: 'person' } }: SqlSurroundings,
  needsEverybody: boolean,
): { people: string; bindings: SqlBindings } {
  const atMost = `time <= fromUnixTimestamp64Milli(${query.bind('Int64', query.at)})`;
  const { base, rows, aggregates, steps, needed, bindings } = query.parts();
  // Rows of nobody (reports of advertising, counters) have person 0.
  const where = and('person != 0', atMost, needsEverybody || needed.length === 0 ? '1' : or(...needed));
  const expressions = [...rows, ...aggregates].map(([, expression]) => expression).join(' ');
  const used = Object.entries(BASE_COLUMNS).filter(([name]) => new RegExp(`\\b${name}\\b`).test(expressions));
  const columns = listed([['who', events.person], ['time', 'time'], ...used, ...base]);
  const table = `select ${columns}\nfrom ${events.from}\nwhere ${where}`;
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
  if ('did' in condition) return behaviourSql(query, condition);
  if ('trait' in condition) return questionSql(query, questionOfTrait(condition, traits));
  const audience = audienceOf(condition.member, audiences);
  return 'list' in audience
    ? behaviourSql(query, listMembership(condition))
    : part(canonical(audience.condition));
}
