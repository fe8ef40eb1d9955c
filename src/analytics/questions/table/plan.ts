import { and } from '../../../core/condition/index.ts';
import { refusal } from '../../../core/index.ts';
import { Aggregates, type ColumnHead, columnSql, headOf } from '../../formula/columns.ts';
import type { Frame } from '../../frame.ts';
import { type Dimension, textOf } from '../../model/dimension.ts';
import { mustFindDimension } from '../../model/find.ts';
import type { Span } from '../../range/span.ts';
import type { Events } from '../../rows/events.ts';
import { eventsOf } from '../../scope.ts';
import { type Credit, Credits } from './credits.ts';
import { type AskedTable, isAttributed, type Level } from './query.ts';
import { newSteps, type Steps } from './steps.ts';

/** Rows of a level below each row above it, and steps of time, unless said. */
const LIMIT = 50;
const TIME_LIMIT = 100_000;

/** A level with what its dimension is and how it is sorted. */
export interface PlannedLevel {
  readonly dimension: Dimension;
  /** SQL of the value to group by. */
  readonly key: string;
  readonly only: readonly string[] | undefined;
  readonly limit: number;
  readonly offset: number;
  readonly sortBy: number | 'value';
  readonly sortOn: 'value' | 'previous' | 'change';
  readonly isDescending: boolean;
}

/** All that the SQL of a table is made of. */
export interface TablePlan {
  readonly events: Events;
  readonly levels: readonly PlannedLevel[];
  readonly heads: readonly ColumnHead[];
  readonly aggregates: readonly string[];
  readonly credits: readonly Credit[];
  readonly steps: Steps;
  /** Of each column: SQL over the aggregates and steps. */
  readonly values: readonly string[];
  /** The same of the comparison; empty without one. */
  readonly previous: readonly string[];
}

/** What a table reads: `compared` is read beside the range, from the same events. */
export interface Spans {
  readonly main: Span;
  readonly compared?: Span | undefined;
}

/** Works out what a table needs of the events. Rows of time are not compared here: their steps are others. */
export function planOf(query: AskedTable, frame: Frame, { main, compared }: Spans): TablePlan {
  const dimensions = query.levels.map(({ dimension }) => dimension);
  if (new Set(dimensions).size < dimensions.length)
    throw refusal(
      'analytics.level-twice',
      422,
      'A dimension stands twice among the levels; take it out once.',
    );
  const events = eventsOf(query, frame, compared ? around(main, compared) : main);
  const levels = query.levels.map((level) => levelOf(level, events));
  const steps = newSteps(levels);
  const aggregates = new Aggregates(events);
  const credits = new Credits(query, events, aggregates);
  const columnsIn = (test: string): string[] =>
    query.columns.map((column) => {
      const named = isAttributed(column) ? credits.of(column) : aggregates;
      return columnSql(column, named, events, test, steps.context);
    });
  const values = columnsIn(compared ? inSpan(main, events) : '1');
  const previous = compared ? columnsIn(inSpan(compared, events)) : [];
  const heads = query.columns.map((column) => headOf(column, events));
  const named = { aggregates: aggregates.list, credits: credits.list };
  return { events, levels, heads, ...named, steps, values, previous };
}

function levelOf(level: Level, events: Events): PlannedLevel {
  const dimension = mustFindDimension(level.dimension);
  const key = dimension.read(events);
  if (level.only) {
    const text = events.name(textOf(dimension, key, events));
    events.keep(`${text} in ${events.bind('Array(String)', level.only)}`);
  }
  const sortBy = level.sortBy ?? (dimension.type === 'time' ? 'value' : 0);
  return {
    dimension,
    key,
    only: level.only,
    limit: level.limit ?? (dimension.unit ? TIME_LIMIT : LIMIT),
    offset: level.offset ?? 0,
    sortBy,
    sortOn: level.sortOn ?? 'value',
    isDescending: (level.order ?? (sortBy === 'value' ? 'ascending' : 'descending')) === 'descending',
  };
}

function around(a: Span, b: Span): Span {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

function inSpan({ from, to }: Span, events: Events): string {
  const moment = (ms: number): string => `fromUnixTimestamp64Milli(${events.bind('Int64', ms)})`;
  return events.name(and(`time >= ${moment(from)}`, `time < ${moment(to)}`));
}
