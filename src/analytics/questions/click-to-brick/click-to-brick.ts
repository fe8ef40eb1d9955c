import type { Condition } from '../../../core/condition/index.ts';
import { dimensionFilter } from '../../cell/dimension-filter.ts';
import type { Cannot } from '../../cell/metric-words.ts';
import { scopeCondition, windowOf } from '../../cell/scope-condition.ts';
import type { Frame } from '../../frame.ts';
import { mustFindDimension } from '../../model/find.ts';
import { title } from '../../model/title.ts';
import { type Asking, type Cell, question } from '../../question.ts';
import { eventsOf } from '../../scope.ts';
import { assistedSql, type BrickRow, BY, brickSql, DAYS } from './plan.ts';
import { ClickToBrickAnswer, ClickToBrickCell, ClickToBrickQuery } from './query.ts';

const LIMIT = 50;

/** Orders in stores after a touch online, of the same person. */
export const clickToBrick = question({
  id: 'click-to-brick',
  title: title(
    'Click to brick | Vom Klick in die Filiale | Du clic au magasin | Del clic a la tienda | 线上到门店',
  ),
  summary: 'Orders of stores after a touch online, by channel or campaign and by store',
  query: ClickToBrickQuery,
  answer: ClickToBrickAnswer,
  async ask(query, { frame, run }) {
    return shape(query, await run<BrickRow>(brickSql(query, frame)));
  },
  values: ({ by = BY }, { touches, stores }) => [
    { dimension: by, values: () => touches.map(({ value }) => value) },
    { dimension: 'store', values: () => stores.map(({ store }) => store) },
  ],
  cell: { schema: ClickToBrickCell, open: openCell },
});

const NOTHING: BrickRow = {
  of: 'all',
  name: '',
  orders: 0,
  revenue: 0,
  people: 0,
  medianDays: null,
  storeOrders: 0,
  storeRevenue: 0,
};

function shape({ limit = LIMIT }: ClickToBrickQuery, rows: readonly BrickRow[]): ClickToBrickAnswer {
  const whole = rows.find(({ of }) => of === 'all') ?? NOTHING;
  const shareOf = (part: number, all: number): number | null => (all === 0 ? null : part / all);
  const listed = (kind: BrickRow['of']): BrickRow[] =>
    rows
      .filter((row) => row.of === kind && (kind === 'store' || row.orders > 0))
      .sort((a, b) => b.orders - a.orders || (a.name < b.name ? -1 : 1));
  const assisted = ({ orders, revenue, people, medianDays }: BrickRow) => ({
    orders,
    revenue,
    people,
    medianDays: orders === 0 ? null : medianDays,
  });
  const [touches, stores] = [listed('touch'), listed('store')];
  const { storeOrders, storeRevenue } = whole;
  return {
    total: {
      ...assisted(whole),
      storeOrders,
      storeRevenue,
      orderShare: shareOf(whole.orders, storeOrders),
      revenueShare: shareOf(whole.revenue, storeRevenue),
    },
    touches: touches.slice(0, limit).map((row) => ({ value: row.name, ...assisted(row) })),
    stores: stores.slice(0, limit).map((row) => ({
      store: row.name,
      ...assisted(row),
      storeOrders: row.storeOrders,
      storeRevenue: row.storeRevenue,
    })),
    touchCount: touches.length,
    storeCount: stores.length,
  };
}

/** Assisted orders: all, of a value of their last touch, of a store, or of both. */
function openCell(query: ClickToBrickQuery, { value, store }: ClickToBrickCell): Cell {
  const select = (columns: string, { frame }: Asking) => {
    const events = eventsOf(query, frame);
    const assisted = assistedSql(query, events);
    const tests = [
      'assisted',
      ...(value === undefined ? [] : [`touched = ${events.bind('String', value)}`]),
      ...(store === undefined ? [] : [`store = ${events.bind('String', store)}`]),
    ];
    return {
      sql: `select distinct ${columns}\nfrom (\n${assisted}\n)\nwhere ${tests.join('\nand ')}`,
      bindings: events.bindings(),
    };
  };
  return {
    people: (asking) => select('person', asking),
    events: (asking) => select('place, toUInt32(0) as derived', asking),
    meaning: ({ frame }) =>
      meaningOf(
        query,
        { ...(value === undefined ? {} : { value }), ...(store === undefined ? {} : { store }) },
        frame,
      ),
  };
}

/** A touch and then an order in a store. Publication finds out where touches before the range make a difference. */
function meaningOf(
  query: ClickToBrickQuery,
  { value, store }: ClickToBrickCell,
  frame: Frame,
): Condition | Cannot {
  const scope = scopeCondition(query, frame);
  if ('cannot' in scope) return scope;
  if (!query.touch || value !== undefined)
    return { cannot: 'conditions have no words for visits and for the last of several touches' };
  const filter = store === undefined ? undefined : dimensionFilter(mustFindDimension('store'), store, frame);
  const where = [
    { origin: 'channel' as const, text: { is: 'store' } },
    ...(filter && 'where' in filter ? [filter.where] : []),
  ];
  const within = `${query.days ?? DAYS}d`;
  const sequence = [{ did: query.touch }, { did: { event: 'Order Completed', where }, within }];
  return { all: [...scope.conditions, { sequence, in: windowOf(query.range, frame) }] };
}
