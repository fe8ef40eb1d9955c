import { type Static, Type } from 'typebox';
import type { Frame } from '../../frame.ts';
import { title } from '../../model/title.ts';
import { type Asking, type Cell, question } from '../../question.ts';
import type { Statement } from '../../rows/events.ts';
import { ScopeFields } from '../../scope.ts';
import { DimensionId } from '../../segment/schema.ts';
import { codeOf, type Hits, hitPathsSql, hitsOf, type PathChoice, textsSql } from '../flow/paths.ts';

const closed = { additionalProperties: false } as const;
const LIMIT = 50;
const LIMIT_MAX = 100_000;
const AWAY_MAX = 100;
const Value = Type.String({ minLength: 1, maxLength: 2_000 });

const NeighboursQuery = Type.Object(
  {
    ...ScopeFields,
    dimension: DimensionId,
    value: Type.Union([Value, Type.Array(Value, { minItems: 1, maxItems: 100 })]),
    within: Type.Optional(Type.Enum(['session', 'person'], { description: '`session` unless said' })),
    away: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: AWAY_MAX,
        description: 'So many steps; the very next unless said',
      }),
    ),
    repeats: Type.Optional(
      Type.Boolean({ description: 'Whether the same value again is a step of its own; not, unless said' }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMIT_MAX, description: '50 unless said' })),
  },
  { ...closed, title: 'Next or previous item' },
);
type NeighboursQuery = Static<typeof NeighboursQuery>;

const Neighbour = Type.Object({
  value: Type.String(),
  times: Type.Integer(),
  people: Type.Integer(),
  share: Type.Number({ description: 'Of all times' }),
});
const Side = Type.Object({
  values: Type.Array(Neighbour),
  valueCount: Type.Integer({ description: 'All, whatever the limit' }),
  none: Type.Object(
    { times: Type.Integer(), people: Type.Integer() },
    { description: 'Where the path begins or ends before that' },
  ),
});

const NeighboursAnswer = Type.Object(
  { times: Type.Integer({ description: 'How often the value came' }), previous: Side, next: Side },
  closed,
);
type NeighboursAnswer = Static<typeof NeighboursAnswer>;

const NeighboursCell = Type.Object(
  {
    side: Type.Enum(['previous', 'next']),
    value: Type.Optional(
      Type.String({ minLength: 1, maxLength: 2_000, description: 'Without: the path ends there' }),
    ),
  },
  { ...closed, title: 'A neighbour' },
);

/** What comes right after something, and what came right before it, each time that it happens. */
export const neighbours = question({
  id: 'neighbours',
  title: title(
    'Next or previous | Davor und danach | Suivant ou précédent | Siguiente o anterior | 上一项或下一项',
  ),
  summary: 'What comes next after a value and what came before it, every time',
  query: NeighboursQuery,
  answer: NeighboursAnswer,
  async ask(query, { frame, run }) {
    const { hits, sql } = occurrencesSql(query, frame);
    const rows = await run<Row>({
      sql: `select side, ifNull(t.text, '') as other, times, people
from (
select if(grouping(next) = 0, 'next', 'previous') as side, if(grouping(next) = 0, next, previous) as code,
  toFloat64(count()) as times, toFloat64(uniqExact(person)) as people
from (
${sql}
)
group by grouping sets ((previous), (next))
) as sides
any left join (
${textsSql(hits)}
) as t on sides.code = t.code
order by times desc, other`,
      bindings: hits.events.bindings(),
    });
    return shape(query, rows);
  },
  values: ({ dimension }, { previous, next }) => [
    { dimension, values: () => [...previous.values, ...next.values].map(({ value }) => value) },
  ],
  cell: { schema: NeighboursCell, open: openCell },
});

interface Row {
  readonly side: 'previous' | 'next';
  readonly other: string;
  readonly times: number;
  readonly people: number;
}

/** Each time that a value came: `person`, `place`, and the codes of what stands beside it, `previous` and `next`, 0 for nothing. */
function occurrencesSql(query: NeighboursQuery, frame: Frame): { hits: Hits; sql: string } {
  const { dimension, within = 'session', repeats: hasRepeats = false, away = 1 } = query;
  const choice: PathChoice = { dimension, within, hasRepeats };
  const hits = hitsOf(query, choice, frame);
  const wanted = [query.value].flat().map((value) => codeOf(hits.events.bind('String', value)));
  const steps = hits.events.bind('Int64', away);
  const sql = `select person, places[i] as place, if(i > ${steps}, codes[i - ${steps}], 0) as previous, codes[i + ${steps}] as next
from (
${hitPathsSql(hits, choice)}
)
array join arrayFilter((i, c) -> c in (${wanted.join(', ')}), arrayEnumerate(codes), codes) as i`;
  return { hits, sql };
}

function shape({ limit = LIMIT }: NeighboursQuery, rows: readonly Row[]): NeighboursAnswer {
  const times = rows.reduce((sum, row) => sum + (row.side === 'next' ? row.times : 0), 0);
  const sideOf = (side: Row['side']) => {
    const own = rows.filter((row) => row.side === side);
    const values = own.filter(({ other }) => other !== '');
    const none = own.find(({ other }) => other === '');
    return {
      values: values
        .slice(0, limit)
        .map((row) => ({ value: row.other, times: row.times, people: row.people, share: row.times / times })),
      valueCount: values.length,
      none: { times: none?.times ?? 0, people: none?.people ?? 0 },
    };
  };
  return { times, previous: sideOf('previous'), next: sideOf('next') };
}

function openCell(query: NeighboursQuery, { side, value }: Static<typeof NeighboursCell>): Cell {
  const select = (columns: string, { frame }: Asking): Statement => {
    const { hits, sql } = occurrencesSql(query, frame);
    const code = value === undefined ? '0' : codeOf(hits.events.bind('String', value));
    return {
      sql: `select distinct ${columns}\nfrom (\n${sql}\n)\nwhere ${side} = ${code}`,
      bindings: hits.events.bindings(),
    };
  };
  return {
    people: (asking) => select('person', asking),
    events: (asking) => select('place, toUInt32(0) as derived', asking),
    meaning: () => ({
      cannot:
        'What comes next of all that has a value is said by a path, which conditions have no words for.',
    }),
  };
}
