import { and, type Condition } from '../../../core/condition/index.ts';
import { refusal } from '../../../core/index.ts';
import { type Cannot, matcherOfMetric } from '../../cell/metric-words.ts';
import { scopeCondition, windowOf } from '../../cell/scope-condition.ts';
import { columnTest } from '../../formula/columns.ts';
import { groupSql } from '../../formula/group.ts';
import type { Frame } from '../../frame.ts';
import { metricOf } from '../../model/find.ts';
import { title } from '../../model/title.ts';
import { type Cell, question } from '../../question.ts';
import type { Events, Statement } from '../../rows/events.ts';
import { eventsOf, ofPeople } from '../../scope.ts';
import { withEdges } from './edges.ts';
import { HistogramAnswer, HistogramCell, HistogramQuery } from './query.ts';

const COUNT = 20;

/** How a metric is spread over people or sessions. */
export const histogram = question({
  id: 'histogram',
  title: title('Histogram | Histogramm | Histogramme | Histograma | 直方图'),
  summary: 'How many people or sessions have how much of a metric',
  query: HistogramQuery,
  answer: HistogramAnswer,
  async ask(query, { frame, run }) {
    const rows = await run<BucketRow>(bucketsSql(query, frame));
    const whole = rows.find(({ isWhole }) => isWhole);
    if (!whole || whole.count === 0) return NOBODY;
    const { edges, count, sum, mean, median, minimum, maximum } = whole;
    const found = new Map(rows.filter((row) => !row.isWhole).map((row) => [row.bucket, row]));
    // Below the first edge and from the last on there is a bucket only where somebody is in it.
    const shown = Array.from({ length: edges.length + 1 }, (_, i) => i).filter((i) => i > 0 || found.has(0));
    return {
      buckets: shown.map((i) => {
        const bucket = found.get(i) ?? { count: 0, sum: 0 };
        const share = bucket.count / count;
        return {
          from: edges[i - 1] ?? null,
          to: edges[i] ?? null,
          count: bucket.count,
          share,
          sum: bucket.sum,
        };
      }),
      ...{ count, sum, mean, median, minimum, maximum },
    };
  },
  cell: { schema: HistogramCell, open: openCell },
});

const NOBODY: HistogramAnswer = {
  buckets: [],
  count: 0,
  sum: 0,
  mean: null,
  median: null,
  minimum: null,
  maximum: null,
};

/** A bucket as the warehouse gives it: 0 is below the first edge. One row, `isWhole`, is about all numbers. */
interface BucketRow extends Omit<HistogramAnswer, 'buckets'> {
  readonly isWhole: number;
  readonly bucket: number;
  readonly edges: readonly number[];
}

/** All buckets and the whole from one reading. */
function bucketsSql(query: HistogramQuery, frame: Frame): Statement {
  const events = eventsOf(query, frame);
  const isWhole = metricOf(query.metric)?.format === 'count';
  const sql = `select grouping(bucket) as isWhole, bucket, any(edges) as edges, toFloat64(count()) as count, sum(number) as sum, avg(number) as mean,
  quantileExactInclusive(0.5)(number) as median, min(number) as minimum, max(number) as maximum
from (
select number, edges, arrayCount(e -> e <= number, edges) as bucket
from (
${withEdges(numbersSql(query, events), query.buckets ?? { count: COUNT }, isWhole, events)}
)
)
group by grouping sets ((bucket), ())`;
  return { sql, bindings: events.bindings() };
}

/** One row a person or session: `person` and `number`. */
function numbersSql({ metric, per = 'person', withNothing }: HistogramQuery, events: Events): string {
  const number = groupSql({ metric }, events);
  const key = per === 'session' ? 'session' : 'who';
  ofPeople(events);
  if (withNothing) events.needs('1');
  if (per === 'session') events.restrict('events.session != 0');
  const counts = withNothing ? '1' : columnTest({ metric }, events);
  // A formula may have no number for somebody: a share of nothing.
  return `select any(who) as person, toFloat64(assumeNotNull(${number})) as number
from ${events.from([key, number, counts])}
where ${and(counts)}
group by ${key}
having isNotNull(${number})`;
}

function openCell(query: HistogramQuery, cell: HistogramCell): Cell {
  return {
    people({ frame }) {
      const events = eventsOf(query, frame);
      const numbers = numbersSql(query, events);
      const tests = [
        ...(cell.from === undefined ? [] : [`number >= ${events.bind('Float64', cell.from)}`]),
        ...(cell.to === undefined ? [] : [`number < ${events.bind('Float64', cell.to)}`]),
      ];
      return {
        sql: `select distinct person\nfrom (\n${numbers}\n)\nwhere ${and('1', ...tests)}`,
        bindings: events.bindings(),
      };
    },
    meaning: ({ frame }) => meaningOf(query, cell, frame),
  };
}

/** There are words for how often somebody did something. */
function meaningOf(query: HistogramQuery, { from, to }: HistogramCell, frame: Frame): Condition | Cannot {
  const scope = scopeCondition(query, frame);
  if ('cannot' in scope) return scope;
  const did = matcherOfMetric(query.metric);
  const isCount = isCounted(query.metric, frame);
  if (!did || !isCount || query.per === 'session' || query.withNothing)
    return { cannot: 'Only how often a person did something is said by a condition.' };
  const least = Math.max(1, Math.ceil(from ?? 1));
  const beyond = to === undefined ? undefined : Math.ceil(to);
  if (beyond !== undefined && beyond <= least)
    throw refusal('analytics.no-such-cell', 422, 'No count lies within that bucket.');
  const times = { atLeast: least, ...(beyond === undefined ? {} : { atMost: beyond - 1 }) };
  return { all: [...scope.conditions, { did, in: windowOf(query.range, frame), times }] };
}

function isCounted(metric: string, frame: Frame): boolean {
  const events = eventsOf({ range: { last: '1d' } }, frame);
  return metricOf(metric)?.measured(events).measure.kind === 'count';
}
