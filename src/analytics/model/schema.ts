import { type Static, Type } from 'typebox';
import { FORMULA_CHARACTERS_MAX } from '../formula/parse.ts';
import { Segments } from '../segment/schema.ts';
import { FORMATS } from './metric.ts';

const closed = { additionalProperties: false } as const;

/** How queries name a metric. */
export const MetricId = Type.String({
  pattern: '^[a-z][a-zA-Z0-9_.-]{0,127}(:.{1,300})?$',
  description:
    'An id of GET /api/analytics/metrics, one of a family (`events:Store Visited`), or a calculated metric that was set up',
});

/** A formula of metrics. */
export const FormulaText = Type.String({
  minLength: 1,
  maxLength: FORMULA_CHARACTERS_MAX,
  description: 'docs/analytics.md, “Calculated metrics”',
});

/** A number of a question: a metric, or a formula of metrics; both perhaps of some segments only. */
export const ColumnSchema = Type.Union(
  [
    Type.Object({ metric: MetricId, segments: Type.Optional(Segments) }, { ...closed, title: 'Metric' }),
    Type.Object(
      {
        formula: FormulaText,
        name: Type.Optional(
          Type.String({
            minLength: 1,
            maxLength: 200,
            description: 'What it is called; the formula unless said',
          }),
        ),
        format: Type.Optional(Type.Enum(FORMATS)),
        segments: Type.Optional(Segments),
      },
      { ...closed, title: 'Formula' },
    ),
  ],
  { title: 'Column' },
);
export type ColumnSchema = Static<typeof ColumnSchema>;
