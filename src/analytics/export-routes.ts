import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { mustNotAskFor, type TypeBoxTypes } from '../core/index.ts';
import type { StreamFormat } from '../engine/warehouse/index.ts';
import type { Analytics } from './analytics.ts';
import { exportSql } from './questions/table/export.ts';
import { AskedTable } from './questions/table/query.ts';
import { orderOf } from './run/order.ts';
import { mayReadNames } from './value-names.ts';

/** What each format is called here and by the engine. */
const FORMATS: Readonly<
  Record<string, { readonly format: StreamFormat; readonly type: string; readonly ending: string }>
> = {
  csv: { format: 'CSVWithNames', type: 'text/csv; charset=utf-8', ending: 'csv' },
  json: { format: 'JSONEachRow', type: 'application/x-ndjson', ending: 'jsonl' },
  parquet: { format: 'Parquet', type: 'application/vnd.apache.parquet', ending: 'parquet' },
};

/** The route by which all rows of a table leave. */
export function exportRoutes(app: FastifyInstance, analytics: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.post(
    '/api/analytics/table/export',
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId: 'exportTable',
        summary: 'All rows of a table as CSV, JSON lines or Parquet',
        description:
          'Rows of the deepest level with a column for each level and number, however many there are; limits and pages of levels do not count. Beside a column of ids of products or stores stands one with their names (`product`, `product_name`), for callers who may read the catalogue.',
        tags: ['analytics'],
        body: Type.Object(
          { query: AskedTable, format: Type.Enum(['csv', 'json', 'parquet']) },
          { additionalProperties: false },
        ),
      },
    },
    async (request, reply) => {
      mustNotAskFor(request, request.body);
      const { query, format } = request.body;
      const { format: name, type, ending } = FORMATS[format]!;
      const order = await orderOf(analytics, request, reply, 'table export');
      const sql = exportSql(query, order.frame, mayReadNames(request));
      const stream = await analytics.runner.stream(order, sql, name);
      return reply
        .header('content-type', type)
        .header('content-disposition', `attachment; filename="table.${ending}"`)
        .send(stream);
    },
  );
}
