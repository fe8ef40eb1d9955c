import type { Aggregates } from '../../formula/columns.ts';
import { columnSql } from '../../formula/columns.ts';
import type { Frame } from '../../frame.ts';
import { metricOf } from '../../model/find.ts';
import type { Cell } from '../../question.ts';
import type { Statement } from '../../rows/events.ts';
import { eventsOf } from '../../scope.ts';
import { mustCredit, orderOf } from './credits.ts';
import type { AskedTable, AttributedColumn } from './query.ts';

/** What stands behind a credited number: the conversions that are credited to the value, at least in part, or all of them. */
export function openAttributed(query: AskedTable, column: AttributedColumn, path: readonly string[]): Cell {
  const select = (columns: string, frame: Frame): Statement => {
    const events = eventsOf({ range: query.range }, frame);
    const credited = creditedOf(query, column, frame).map(({ sql, bindings }) =>
      events.embed({ sql, bindings }),
    );
    const where = path[0] === undefined ? '' : `\nwhere value = ${events.bind('String', path[0])}`;
    return {
      sql: `select distinct ${columns}\nfrom (\n${credited.join('\nunion all\n')}\n)${where}`,
      bindings: events.bindings(),
    };
  };
  return {
    people: ({ frame }) => select('who as person', frame),
    events: ({ frame }) => select('place, derived', frame),
    meaning: () => ({
      cannot:
        'which touch is credited follows from all touches of a conversion, for which conditions have no words',
    }),
  };
}

/** Credited rows of each metric that a column is made of. */
function creditedOf(
  query: AskedTable,
  { attribution, ...column }: AttributedColumn,
  frame: Frame,
): Statement[] {
  const found: Statement[] = [];
  const note: Pick<Aggregates, 'name'> = {
    name(id, segments) {
      const metric = metricOf(id);
      if (metric && !metric.isOfReports)
        found.push(mustCredit(orderOf(query, id, segments, attribution), { frame }));
      return metric && '1';
    },
  };
  const nothing = (): string => '1';
  const context = { name: nothing, siblings: '', everything: '', upTo: nothing };
  columnSql(column, note, eventsOf({ range: query.range }, frame), '1', context);
  return found;
}
