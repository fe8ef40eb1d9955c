import { type Static, Type } from 'typebox';
import { CALENDAR_UNITS, DURATION_PATTERN } from '../../core/trait/index.ts';

const closed = { additionalProperties: false } as const;
const SHIFT_MAX = 1_000;

const Moment = Type.String({
  pattern:
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?(Z|[+-][0-9]{2}:[0-9]{2}))?$',
  description: 'A day of the workspace’s time zone (it is included), or an instant with its offset',
});

/** An edge of a range as a formula: the start of a calendar unit, moved by whole units and days. */
const Formula = Type.Object(
  {
    startOf: Type.Enum(CALENDAR_UNITS),
    shift: Type.Optional(
      Type.Integer({ minimum: -SHIFT_MAX, maximum: SHIFT_MAX, description: 'By so many of that unit' }),
    ),
    days: Type.Optional(
      Type.Integer({ minimum: -SHIFT_MAX, maximum: SHIFT_MAX, description: 'And by so many days' }),
    ),
  },
  { ...closed, title: 'Formula' },
);

const Edge = Type.Union([Moment, Formula]);

/** The stretch of time that a question is about. Days, weeks and months are those of the workspace. */
export const Range = Type.Union(
  [
    Type.Object(
      { from: Edge, to: Type.Optional(Edge) },
      { ...closed, title: 'Between', description: 'Without `to`: up to now' },
    ),
    Type.Object(
      { last: Type.String({ pattern: DURATION_PATTERN }) },
      { ...closed, title: 'The last …', description: 'Rolling, up to now: `24h`, `30d`, `6mo`' },
    ),
    Type.Object(
      {
        calendar: Type.Enum(CALENDAR_UNITS),
        back: Type.Optional(
          Type.Integer({
            minimum: 0,
            maximum: SHIFT_MAX,
            description: '0 is the one that runs, 1 the one before',
          }),
        ),
        count: Type.Optional(
          Type.Integer({
            minimum: 1,
            maximum: SHIFT_MAX,
            description: 'So many of them, of which that is the last',
          }),
        ),
      },
      { ...closed, title: 'Calendar' },
    ),
  ],
  { title: 'Range' },
);
export type Range = Static<typeof Range>;
export type Edge = Static<typeof Edge>;

/** What a range is compared with. */
export const CompareRange = Type.Union(
  [
    Type.Literal('previous', {
      description: 'As long, right before; whole calendar units where the range is made of them',
    }),
    Type.Literal('year-before', {
      description: 'The same days 364 days earlier, so that days of the week match',
    }),
    Range,
  ],
  { title: 'Comparison' },
);
export type CompareRange = Static<typeof CompareRange>;
