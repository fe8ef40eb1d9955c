import { refusal } from '../../../core/index.ts';
import type { Aggregates } from '../../formula/columns.ts';
import { metricOf } from '../../model/find.ts';
import type { Events, Statement } from '../../rows/events.ts';
import type { Segment } from '../../segment/schema.ts';
import { type CreditOrder, creditedSql } from '../attribution/credit.ts';
import type { AskedTable, AttributedColumn } from './query.ts';

/** A metric that is credited to the values of a level as touches: its name among the aggregates, and its SQL. */
export interface Credit {
  readonly name: string;
  /** A select with `value` and `credit`, over placeholders of the events of the table. */
  readonly sql: string;
  /** The same metric, counted where it happened: the total of what is credited. */
  readonly plain: string;
}

/**
 * The credited metrics that some columns need, each once. Refusals: `analytics.attribution-of-one-level`, `analytics.attribution-of-rows`
 * (422).
 */
export class Credits {
  private readonly query: AskedTable;
  private readonly events: Events;
  private readonly aggregates: Aggregates;
  private readonly known = new Map<string, Credit>();

  constructor(query: AskedTable, events: Events, aggregates: Aggregates) {
    this.query = query;
    this.events = events;
    this.aggregates = aggregates;
  }

  /** How the metrics of an attributed column are named. What reports say of advertising is counted as it is. */
  of({ attribution }: AttributedColumn): Pick<Aggregates, 'name'> {
    return {
      name: (id, segments, test) => {
        const plain = this.aggregates.name(id, segments, test);
        if (plain === undefined || metricOf(id)?.isOfReports) return plain;
        const { sql, bindings } = mustCredit(orderOf(this.query, id, segments, attribution), this.events);
        const embedded = this.events.embed({ sql, bindings });
        const credit = this.known.get(embedded) ?? { name: `t${this.known.size}`, sql: embedded, plain };
        this.known.set(embedded, credit);
        return credit.name;
      },
    };
  }

  /** Each credited metric in the order of its name. */
  get list(): readonly Credit[] {
    return [...this.known.values()];
  }
}

/** What a metric is credited by: in the scope of the table, to the values of its one level. */
export function orderOf(
  query: AskedTable,
  metric: string,
  segments: readonly Segment[],
  { model, lookback }: AttributedColumn['attribution'],
): CreditOrder {
  const [level, ...others] = query.levels;
  if (!level || others.length > 0 || query.compare || query.sparklines || query.anomalies)
    throw refusal(
      'analytics.attribution-of-one-level',
      422,
      'Columns with an attribution stand in tables of one level without comparison, sparklines or anomalies.',
    );
  const { range, filters } = query;
  const scope = {
    range,
    segments: [...(query.segments ?? []), ...segments],
    ...(filters ? { filters } : {}),
  };
  return { scope, metric, model, dimension: level.dimension, ...(lookback ? { lookback } : {}) };
}

/** Rows of what is credited. */
export function mustCredit(order: CreditOrder, { frame }: Pick<Events, 'frame'>): Statement {
  const credited = creditedSql(order, frame);
  if (credited) return credited;
  throw refusal(
    'analytics.attribution-of-rows',
    422,
    'This model looks at all conversions together; ask for it as attribution.',
  );
}
