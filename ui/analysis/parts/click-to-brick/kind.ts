import { IconBuildingStore } from '@tabler/icons-react';
import { lazy } from 'react';
import { idColumns } from '../../id-columns.ts';
import { partKind } from '../../part-kind.ts';
import type { BrickAnswer, BrickQuery } from './query.ts';
import { USUAL } from './usual.ts';

/** Columns of numbers in a file. */
const NUMBERS = ['orders', 'revenue', 'people', 'median_days', 'store_orders', 'store_revenue'];

/** Orders of stores that a touch online led to. */
export const clickToBrickPart = partKind<BrickQuery, BrickAnswer>({
  id: 'click-to-brick',
  question: 'click-to-brick',
  title: (words) => words.diagrams.brick.title,
  icon: IconBuildingStore,
  width: 12,
  height: 420,
  newQuery: ({ component }) => ({
    days: USUAL.days,
    by: component?.kind === 'dimension' ? component.id : USUAL.by,
  }),
  isEmpty: ({ total }) => total.storeOrders === 0,
  View: lazy(async () => ({ default: (await import('./view.tsx')).BrickView })),
  caption: ({ words, format }, { days = USUAL.days }, { total }) =>
    words.diagrams.brick.caption({
      days,
      orders: format.number(total.orders),
      share: format.percent(total.orderShare, 0),
      revenue: format.money(total.revenue),
    }),
  csv({ names }, { by = USUAL.by }, { touches, stores }) {
    const touch = idColumns(names, by, 'touch');
    const store = idColumns(names, 'store', 'store');
    return [
      [...touch.heads, ...store.heads, ...NUMBERS],
      ...touches.map((each) => [
        ...touch.cells(each.value),
        ...store.cells(''),
        each.orders,
        each.revenue,
        each.people,
        each.medianDays,
        null,
        null,
      ]),
      ...stores.map((each) => [
        ...touch.cells(''),
        ...store.cells(each.store),
        each.orders,
        each.revenue,
        each.people,
        each.medianDays,
        each.storeOrders,
        each.storeRevenue,
      ]),
    ];
  },
  drop: (query, component) => (component.kind === 'dimension' ? { ...query, by: component.id } : undefined),
});
