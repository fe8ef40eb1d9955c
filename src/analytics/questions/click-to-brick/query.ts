import { type Static, Type } from 'typebox';
import { Matcher } from '../../../core/condition/index.ts';
import { ScopeFields } from '../../scope.ts';
import { DimensionId } from '../../segment/schema.ts';

const closed = { additionalProperties: false } as const;
const DAYS_MAX = 365;
const LIMIT_MAX = 10_000;

export const ClickToBrickQuery = Type.Object(
  {
    ...ScopeFields,
    touch: Type.Optional(
      Type.Unsafe<Static<typeof Matcher>>({
        ...Matcher,
        description: 'What counts as a touch: visits of web or app, unless said',
      }),
    ),
    days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: DAYS_MAX,
        description: 'From the touch to the order; 14 unless said',
      }),
    ),
    by: Type.Optional(DimensionId),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMIT_MAX, description: '50 unless said' })),
  },
  {
    ...closed,
    title: 'Click to brick',
    description: 'Range, segments and filters say which orders of stores',
  },
);
export type ClickToBrickQuery = Static<typeof ClickToBrickQuery>;

const Assisted = {
  orders: Type.Integer({ description: 'With a touch before them' }),
  revenue: Type.Number({ description: 'Of these orders, net, in the currency of the workspace' }),
  people: Type.Integer(),
  medianDays: Type.Union([Type.Number(), Type.Null()], { description: 'From the last touch to the order' }),
};

export const ClickToBrickAnswer = Type.Object(
  {
    total: Type.Object({
      ...Assisted,
      storeOrders: Type.Integer({ description: 'All orders of stores' }),
      storeRevenue: Type.Number(),
      orderShare: Type.Union([Type.Number(), Type.Null()]),
      revenueShare: Type.Union([Type.Number(), Type.Null()]),
    }),
    /** By the value of the last touch before the order, the most orders first. */
    touches: Type.Array(Type.Object({ value: Type.String(), ...Assisted })),
    stores: Type.Array(
      Type.Object({
        store: Type.String(),
        ...Assisted,
        storeOrders: Type.Integer(),
        storeRevenue: Type.Number(),
      }),
    ),
    touchCount: Type.Integer({ description: 'All values, whatever the limit' }),
    storeCount: Type.Integer(),
  },
  closed,
);
export type ClickToBrickAnswer = Static<typeof ClickToBrickAnswer>;

const Value = Type.String({ maxLength: 2_000 });
export const ClickToBrickCell = Type.Union(
  [
    Type.Object(
      { value: Type.Optional(Value), store: Type.Optional(Value) },
      { ...closed, title: 'Assisted orders' },
    ),
  ],
  { title: 'A number of click to brick' },
);
export type ClickToBrickCell = Static<typeof ClickToBrickCell>;
