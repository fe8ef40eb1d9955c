import { and } from '../../core/condition/index.ts';
import { refusal } from '../../core/index.ts';
import { aggregateSql } from '../model/aggregate.ts';
import { metricOf } from '../model/find.ts';
import type { ColumnSchema } from '../model/schema.ts';
import type { Events } from '../rows/events.ts';
import { inSegment } from '../segment/apply.ts';
import { type Aggregates, columnSql } from './columns.ts';

/** Stands where a formula looks at the rows beside its row. */
const BESIDE = 'over (beside)';

/**
 * A metric or formula of a group of rows, such as those of a person, as SQL with aggregates. Refusals: `analytics.formula-of-rows` (422)
 * where it looks at other rows of a table, and those of `columnSql`.
 */
export function groupSql(column: ColumnSchema, events: Events): string {
  const aggregates: Pick<Aggregates, 'name'> = {
    name(id, segments, test) {
      const metric = metricOf(id);
      const tests = segments.map((segment) => inSegment(events, segment));
      return metric && aggregateSql(events, metric.measured(events), and(test, ...tests));
    },
  };
  const sql = columnSql(column, aggregates, events, '1', {
    name: (inner) => inner,
    siblings: BESIDE,
    everything: BESIDE,
    upTo: () => BESIDE,
  });
  if (!sql.includes(BESIDE)) return sql;
  throw refusal(
    'analytics.formula-of-rows',
    422,
    'Functions over the rows beside a row, up to it or of the total have a meaning in tables only.',
  );
}
