import { boundsOf, type Measure } from '../../trait/index.ts';
import type { BehaviourCondition } from '../condition.ts';
import { compileWindow } from '../parts/bounds.ts';
import { type Question, questionOf } from '../question.ts';
import type { ConditionWindow } from '../window.ts';
import { type Rows, rowsOf } from './matcher.ts';
import { and, type Query } from './query.ts';
import { momentOfText } from './read.ts';
import { testOfList, testOfMoment, testOfNumber, testOfText } from './tests.ts';

/** The behaviour of a person passes a test. */
export function behaviourSql(query: Query, condition: BehaviourCondition): string {
  return questionSql(query, questionOf(condition));
}

/** A measure of the behaviour of a person passes a test. */
export function questionSql(query: Query, question: Question): string {
  return testOfMeasured(query, question, measured(query, question));
}

/** The number that is measured, null where there is none. */
export function measuredSql(query: Query, question: Unasked): string {
  const { value, count } = measured(query, question);
  const { measure } = question;
  return measure === 'first' || measure === 'last' ? `if(${count} = 0, null, ${value})` : value;
}

/** What is measured, without its test. */
type Unasked = Omit<Question, 'test'>;

function measured(query: Query, question: Unasked): MeasuredSql {
  const rows = rowsOf(query, question.did);
  const bounds = fixedBounds(query, question.window);
  query.needs(and(rows.names, bounds ?? '1'));
  const isListed = bounds === undefined || LISTED.has(question.measure);
  return isListed ? listed(query, question, rows, bounds ?? '1') : direct(query, question, rows, bounds);
}

/** Measures over the entries one by one. */
const LISTED: ReadonlySet<Measure> = new Set(['mostFrequent', 'repeated', 'newest']);

/** The rows within a window that is the same for everybody, in terms of the table's columns; undefined when it is not. */
export function fixedBounds(query: Query, window: ConditionWindow | undefined): string | undefined {
  if (!window) return '1';
  if ('since' in window || ('calendar' in window && window.timeZone === 'person')) return undefined;
  const { from, to } = boundsOf(compileWindow(window, query.calendar)('UTC', []), query.at, query.calendar);
  const moment = (ms: number): string => `fromUnixTimestamp64Milli(${query.bind('Int64', ms)})`;
  // Rows after the moment are left out for all at once.
  return and(
    Number.isFinite(from) ? `time >= ${moment(from)}` : '1',
    to <= query.at ? `time < ${moment(to)}` : '1',
  );
}

/** What was measured: an expression, and how many entries it came from. */
interface MeasuredSql {
  readonly value: string;
  readonly count: string;
}

/** Measures with aggregates. */
function direct(query: Query, question: Unasked, rows: Rows, bounds: string): MeasuredSql {
  const { measure, perLine } = question;
  const value = valuesOf(question, rows);
  const test = and(rows.test, bounds);
  if (!perLine) {
    const entries = and(test, value ? isThere(question, value) : '1');
    const count = query.aggregate(`countIf(${entries})`);
    return {
      count,
      value: aggregate(
        query,
        measure,
        count,
        value ? plain(question, value) : '',
        'ms',
        `If(`,
        `, ${entries})`,
      ),
    };
  }
  const values = value ? query.row(onlyThere(question, value)) : rows.lines();
  const count = query.aggregate(`sumIf(length(${values}), ${test})`);
  const times = query.row(`arrayMap(v -> ms, ${values})`);
  return { count, value: aggregate(query, measure, count, values, times, `ArrayIf(`, `, ${test})`) };
}

/** The measured value: of the row, or an array with one for each fitting line. Undefined when none is measured. */
function valuesOf({ of, as }: Unasked, rows: Rows): string | undefined {
  if (!of || !as) return undefined;
  return 'product' in of ? rows.valuesOfLines(of.product, as) : rows.valueOfRow(of, as);
}

function isThere({ as }: Unasked, value: string): string {
  return as === 'number' ? `isNotNull(${value})` : `${value} != ''`;
}

function plain({ as }: Unasked, value: string): string {
  return as === 'number' ? `assumeNotNull(${value})` : value;
}

function onlyThere(question: Unasked, values: string): string {
  return `arrayMap(v -> ${plain(question, 'v')}, arrayFilter(v -> ${isThere(question, 'v')}, ${values}))`;
}

function aggregate(
  query: Query,
  measure: Measure,
  count: string,
  value: string,
  time: string,
  open: string,
  close: string,
): string {
  const make = (name: string, inside: string): string => query.aggregate(`${name}${open}${inside}${close}`);
  const order = open.startsWith('Array')
    ? `arrayMap((v, t) -> (t, v), ${value}, ${time})`
    : `(${time}, ${value})`;
  switch (measure) {
    case 'count':
      return count;
    case 'sum':
      return make('sum', value);
    case 'average':
      return `if(${count} = 0, null, ${make('sum', value)} / ${count})`;
    case 'minimum':
      return `if(${count} = 0, null, ${make('min', value)})`;
    case 'maximum':
      return `if(${count} = 0, null, ${make('max', value)})`;
    case 'first':
      return make('argMin', `${value}, ${order}`);
    case 'last':
      return make('argMax', `${value}, ${order}`);
    case 'firstTime':
      return `if(${count} = 0, null, ${make('min', time)})`;
    case 'lastTime':
      return `if(${count} = 0, null, ${make('max', time)})`;
    case 'distinct':
      return make('uniqExact', value);
    case 'mostFrequent':
    case 'repeated':
    case 'newest':
      throw new Error(`“${measure}” is measured over a list.`);
  }
}

/** Measures over the entries one by one: for windows that differ from person to person, and for the most frequent value. */
function listed(query: Query, question: Unasked, rows: Rows, bounds: string): MeasuredSql {
  const { perLine, window } = question;
  const value = valuesOf(question, rows);
  const test = and(rows.test, bounds);
  const all = perLine
    ? `groupArrayArrayIf(arrayMap(v -> (ms, ${value ? 'v' : '0'}), ${value ? onlyThere(question, value) : rows.lines()}), ${test})`
    : `groupArrayIf((ms, ${value ? plain(question, value) : '0'}), ${and(test, value ? isThere(question, value) : '1')})`;
  const sorted = query.step(`arraySort(${query.aggregate(all)})`);
  const isPersonal = window !== undefined && fixedBounds(query, window) === undefined;
  const entries = isPersonal ? query.step(inWindow(query, window, sorted)) : sorted;
  const values = query.step(`arrayMap(e -> e.2, ${entries})`);
  const count = query.step(`length(${entries})`);
  return { count, value: measureList(query, question, entries, values, count) };
}

function inWindow(query: Query, window: ConditionWindow, entries: string): string {
  const { calendar, at } = query;
  if ('since' in window) {
    const marks = rowsOf(query, window.since);
    query.needs(marks.names);
    const [count, last] = [
      query.aggregate(`countIf(${marks.test})`),
      query.aggregate(`maxIf(ms, ${marks.test})`),
    ];
    return `arrayFilter(e -> ${count} > 0 and e.1 > ${last}, ${entries})`;
  }
  const bound = (side: 'from' | 'to') =>
    query.zoneNumber(
      'person',
      (zone) => boundsOf(compileWindow(window, calendar)(zone, []), at, calendar)[side],
    );
  return `arrayFilter(e -> e.1 >= ${bound('from')} and e.1 < ${bound('to')}, ${entries})`;
}

function measureList(
  query: Query,
  { measure, size = 0 }: Unasked,
  entries: string,
  values: string,
  count: string,
): string {
  const orNull = (value: string): string => `if(${count} = 0, null, ${value})`;
  switch (measure) {
    case 'count':
      return count;
    case 'sum':
      return `arraySum(${values})`;
    case 'average':
      return orNull(`arraySum(${values}) / ${count}`);
    case 'minimum':
      return orNull(`arrayMin(${values})`);
    case 'maximum':
      return orNull(`arrayMax(${values})`);
    case 'first':
      return `${entries}[1].2`;
    case 'last':
      return `${entries}[-1].2`;
    case 'firstTime':
      return orNull(`${entries}[1].1`);
    case 'lastTime':
      return orNull(`${entries}[-1].1`);
    case 'distinct':
      return `length(arrayDistinct(${values}))`;
    case 'repeated':
      return `if(${count} = 0, 0, arrayMax(arrayEnumerateUniq(${values})))`;
    case 'newest':
      return `arraySlice(arrayReverse(${values}), 1, ${query.bind('Int64', size)})`;
    case 'mostFrequent': {
      const byValue = query.step(`arraySort(e -> (e.2, e.1), ${entries})`);
      // Times of equal values stand together, oldest first: the last of a run carries its length.
      const runs = query.step(
        `arrayMap((e, i) -> (e.2, e.1, i), ${byValue}, arrayEnumerateUniq(arrayMap(e -> e.2, ${byValue})))`,
      );
      return `arraySort(r -> (-toInt64(r.3), -r.2, r.1), ${runs})[1].1`;
    }
  }
}

function testOfMeasured(
  query: Query,
  { measure, test, as }: Question,
  { value, count }: MeasuredSql,
): string {
  switch (test.kind) {
    case 'number': {
      const isMissing = (measure === 'first' || measure === 'last') && as === 'number';
      return testOfNumber(query, test.comparisons, isMissing ? `if(${count} = 0, null, ${value})` : value);
    }
    case 'text':
      return testOfText(query, test.text, value);
    case 'list':
      return testOfList(query, test.list, query.step(value));
    case 'exists':
      return `${count} ${test.exists ? '>' : '='} 0`;
    case 'truth':
      return `${value} = '${test.truth}'`;
    case 'date':
      return testOfMoment(query, test.date, momentOfText(query, query.step(value), query.step));
    case 'time':
      return testOfMoment(query, test.date, { day: 'null', ms: query.step(value) });
  }
}
