import { Type } from 'typebox';
import { ColumnSchema } from '../../model/schema.ts';
import { title } from '../../model/title.ts';
import { question } from '../../question.ts';
import { compareSpanOf, spanOf } from '../../range/range.ts';
import { CompareRange } from '../../range/schema.ts';
import { TIME_UNITS } from '../../range/span.ts';
import { ScopeFields } from '../../scope.ts';
import { openTable } from '../table/cell.ts';
import { readTable } from '../table/read.ts';
import { readSparklines } from '../table/trend.ts';

const closed = { additionalProperties: false } as const;
const TILES_MAX = 50;
const MaybeNumber = Type.Union([Type.Number(), Type.Null()]);

const ScorecardQuery = Type.Object(
  {
    ...ScopeFields,
    tiles: Type.Array(ColumnSchema, { minItems: 1, maxItems: TILES_MAX }),
    compare: Type.Optional(CompareRange),
    trend: Type.Optional(Type.Enum(TIME_UNITS, { description: 'Each tile over time, in these steps' })),
  },
  { ...closed, title: 'Scorecard' },
);

const ScorecardAnswer = Type.Object(
  {
    currency: Type.String(),
    steps: Type.Optional(Type.Array(Type.String(), { description: 'Of the trends' })),
    tiles: Type.Array(
      Type.Object({
        title: Type.Record(Type.String(), Type.String(), { description: 'By language' }),
        format: Type.String({ description: 'count, number, amount (in `currency`), share or duration (s)' }),
        value: MaybeNumber,
        previous: Type.Optional(MaybeNumber),
        change: Type.Optional(
          Type.Union([Type.Number(), Type.Null()], { description: '0.1 is a tenth more' }),
        ),
        isBetter: Type.Optional(
          Type.Union([Type.Boolean(), Type.Null()], {
            description: 'Than before; null where nothing changed',
          }),
        ),
        trend: Type.Optional(Type.Array(MaybeNumber)),
      }),
    ),
  },
  closed,
);

const TileCell = Type.Object({ tile: Type.Integer({ minimum: 0, description: 'From 0' }) }, closed);

/** A few numbers at a glance, each with its change and its course. */
export const scorecard = question({
  id: 'scorecard',
  title: title('Scorecard | Kennzahlen | Tableau de bord | Cuadro de mando | 记分卡'),
  summary: 'A few numbers, each with its change and its course',
  query: ScorecardQuery,
  answer: ScorecardAnswer,
  async ask({ tiles, trend, compare, ...scope }, asking) {
    const query = { ...scope, levels: [], columns: tiles };
    const main = spanOf(scope.range, asking.frame);
    const compared = compare && compareSpanOf(compare, scope.range, asking.frame);
    const read = await readTable(query, asking, { main, compared });
    const course = trend && (await readSparklines(query, trend, asking, main, read));
    const trends = course?.of([]);
    return {
      currency: asking.frame.currency,
      ...(course ? { steps: course.steps } : {}),
      tiles: read.heads.map(({ title, format, isBetterLow }, i) => {
        const value = read.total.numbers[i] ?? null;
        return {
          title,
          format,
          value,
          ...(compared ? against(value, read.total.before[i] ?? null, isBetterLow) : {}),
          ...(trends ? { trend: trends[i]! } : {}),
        };
      }),
    };
  },
  cell: {
    schema: TileCell,
    open: ({ tiles, trend, compare, ...scope }, { tile }) =>
      openTable({ ...scope, levels: [], columns: tiles }, { path: [], column: tile }),
  },
});

function against(value: number | null, previous: number | null, isBetterLow: boolean) {
  if (value === null || previous === null) return { previous, change: null, isBetter: null };
  const change = previous === 0 ? null : (value - previous) / Math.abs(previous);
  const isBetter = value === previous ? null : value > previous !== isBetterLow;
  return { previous, change, isBetter };
}
