import { and, numberComparisons, testOfNumber } from '../../../core/condition/index.ts';
import { refusal } from '../../../core/index.ts';
import { columnTest } from '../../formula/columns.ts';
import { groupSql } from '../../formula/group.ts';
import type { Frame } from '../../frame.ts';
import { textOf } from '../../model/dimension.ts';
import { stepOf } from '../../model/dimensions/time.ts';
import { mustFindDimension } from '../../model/find.ts';
import { stepSpan, stepsIn } from '../../range/calendar.ts';
import { spanOf } from '../../range/range.ts';
import type { Span } from '../../range/span.ts';
import type { Events, Statement } from '../../rows/events.ts';
import { eventsOf, ofPeople } from '../../scope.ts';
import type { CohortQuery, Criterion } from './query.ts';

const PERIODS_MAX = 1_000;
const ABOVE_NOTHING = { above: 0 };
/** Conditions compare numbers in ten-thousandths, and so do criteria. */
const SCALE = 10_000;

/** A period with its name. */
export interface Period {
  readonly name: string;
  readonly span: Span;
  /** It is over, and lies wholly within the range. */
  readonly isComplete: boolean;
}

/** The periods of a query, oldest first. Refusal: `analytics.too-many-periods` (422). */
export function periodsOf({ range, unit }: CohortQuery, frame: Frame): Period[] {
  const whole = spanOf(range, frame);
  const until = Math.min(whole.to, frame.at + 1);
  const names = stepsIn(frame, unit, whole);
  if (names.length > PERIODS_MAX)
    throw refusal(
      'analytics.too-many-periods',
      422,
      `A cohort has up to ${PERIODS_MAX} periods; take longer ones or a shorter range.`,
    );
  return names.map((name) => {
    const span = stepSpan(frame, unit, name);
    return { name, span, isComplete: span.from >= whole.from && span.to <= until };
  });
}

/**
 * One row a person who was included: `person`, `first` (the period of inclusion, from 0), `value` (of the dimension, or ''), and
 * `offsets`, the other periods in which she came back, counted from the first, in order.
 */
export function membersSql(query: CohortQuery, frame: Frame, events: Events): string {
  ofPeople(events);
  const value = query.by && events.name(labelOf(query.by.dimension, events));
  const returning = query.return ?? query.inclusion;
  const included = query.inclusion.map((each) => criterionOf(each, events));
  const returned = returning.map((each) => criterionOf(each, events));
  const period = events.name(periodOf(query, frame, events));
  const counted = and(...included.map(({ rows }) => rows));
  const labels = value === undefined ? "''" : `argMinIf(${value}, (time, place), ${counted})`;
  const from = events.from([
    period,
    counted,
    ...(value === undefined ? [] : [value]),
    ...[...included, ...returned].map(({ holds }) => holds),
  ]);
  const kept = query.hasLatency ? 'o != 0' : 'o > 0';
  const first = value === undefined ? "''" : 'argMinIf(label, period, is_in)';
  return `select person, first, value, arraySort(arrayFilter(o -> ${kept}, arrayMap(p -> p - first, came))) as offsets
from (
select who as person, minIf(period, is_in) as first, ${first} as value, groupArrayIf(period, is_back) as came
from (
select who, ${period} as period, toUInt8(${and(...included.map(({ holds }) => holds))}) as is_in,
  toUInt8(${and(...returned.map(({ holds }) => holds))}) as is_back, ${labels} as label
from ${from}
group by who, period
)
group by who
having max(is_in)
)`;
}

function labelOf(id: string, events: Events): string {
  const dimension = mustFindDimension(id);
  return textOf(dimension, dimension.read(events), events);
}

/** A criterion as SQL over the rows of a person in a period, and the rows that count for it. */
function criterionOf({ number = ABOVE_NOTHING, ...column }: Criterion, events: Events) {
  const scaled = `toInt64(round(toFloat64(${groupSql(column, events)}) * ${SCALE}))`;
  return {
    holds: `ifNull(${testOfNumber(events.query, numberComparisons(number), scaled)}, 0)`,
    rows: columnTest(column, events),
  };
}

/** The number of a row's period, from 0. */
function periodOf({ unit }: CohortQuery, frame: Frame, events: Events): string {
  const [first] = stepsIn(frame, unit, { from: events.span.from, to: events.span.from + 1 });
  const start = `toDate(${events.bind('String', first!)})`;
  const step = stepOf(unit, 'time', events);
  const length = unit === 'week' ? 7 : unit === 'quarter' ? 3 : 1;
  const counted = unit === 'week' || unit === 'day' ? 'day' : unit === 'year' ? 'year' : 'month';
  return `toInt32(intDiv(dateDiff('${counted}', ${start}, ${step}), ${length}))`;
}

/** How many of those included in a period, and of a value, came back so many periods on. Offset 0 is all of them. */
export interface MemberRow {
  readonly first: number;
  readonly value: string;
  readonly offset: number;
  readonly people: number;
}

export function cohortSql(query: CohortQuery, frame: Frame): Statement {
  const events = eventsOf(query, frame);
  const members = membersSql(query, frame, events);
  return {
    sql: `select first, value, offset, toFloat64(count()) as people
from (
${members}
)
array join arrayPushFront(${shownOffsets(query)}, 0) as offset
group by first, value, offset`,
    bindings: events.bindings(),
  };
}

/** The offsets that count: rolling ones as long as there is no gap. */
export function shownOffsets({ isRolling }: CohortQuery): string {
  if (!isRolling) return 'offsets';
  const after = 'arrayFilter(o -> o > 0, offsets)';
  const before = 'arrayReverse(arrayFilter(o -> o < 0, offsets))';
  const unbroken = (side: string, sign: string): string =>
    `arrayFilter((o, i) -> o = ${sign}toInt32(i), ${side}, arrayEnumerate(${side}))`;
  return `arrayConcat(${unbroken(after, '')}, ${unbroken(before, '-')})`;
}
