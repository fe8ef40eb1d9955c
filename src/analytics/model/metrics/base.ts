import { ORDER_RESTATED } from '../../../core/condition/index.ts';
import type { Events } from '../../rows/events.ts';
import { amountOf } from '../amount.ts';
import type { Metric } from '../metric.ts';
import { ABOUT_ORDERS, ORDERED } from '../orders.ts';
import { type Title, title } from '../title.ts';
import { isNamed } from './named.ts';

function all(events: Events): string {
  events.needs('1');
  return '1';
}

const distinct = (
  id: string,
  name: Title,
  of: string,
  where: (events: Events) => string,
  container: Metric['container'],
  names?: readonly string[],
): Metric => ({
  id,
  title: name,
  format: 'count',
  container,
  ...(names ? { names } : {}),
  measured: (events) => ({ measure: { kind: 'distinct', of }, where: where(events) }),
});

const counted = (id: string, name: Title, ...names: string[]): Metric => ({
  id,
  title: name,
  format: 'count',
  container: 'event',
  ...(names.length > 0 ? { names } : {}),
  measured: (events) => ({ measure: { kind: 'count' }, where: isNamed(events, names) }),
});

/** Money of orders, net of what was cancelled and given back, in the currency of the workspace. */
export const revenue: Metric = {
  id: 'revenue',
  title: title('Revenue | Umsatz | Chiffre d’affaires | Ingresos | 收入'),
  format: 'amount',
  container: 'item',
  names: ABOUT_ORDERS,
  measured: (events) => ({
    measure: { kind: 'sum', of: amountOf(events), isZeroElsewhere: true },
    where: isNamed(events, ABOUT_ORDERS),
  }),
};

/** Orders that were placed, less those that were cancelled, as revenue counts them; each once, however many sources report it. */
const orders: Metric = {
  id: 'orders',
  title: title('Orders | Bestellungen | Commandes | Pedidos | 订单数'),
  format: 'count',
  container: 'event',
  names: [ORDERED, 'Order Cancelled'],
  measured: (events) => ({
    measure: { kind: 'sum', of: 'order_count', once: 'order_id', isZeroElsewhere: true },
    where: `${isNamed(events, ABOUT_ORDERS)} and order_count != 0`,
  }),
};

/** Pieces in orders. An order that two sources report counts once, as it was first reported. */
export const units: Metric = {
  id: 'units',
  title: title('Units | Stück | Unités | Unidades | 件数'),
  format: 'number',
  container: 'item',
  names: [ORDERED],
  measured(events) {
    const of = events.name(`arraySum(${events.column('product_quantities')})`);
    return {
      measure: { kind: 'sum', of, ofLine: 'item_quantity' },
      where: `${isNamed(events, [ORDERED])} and ${isFirstReport(events)}`,
    };
  },
};

/** What was put into carts, at the prices of that moment. */
const cartValue: Metric = {
  id: 'cart-value',
  title: title(
    'Value put into carts | In den Warenkorb gelegter Wert | Valeur mise au panier | Valor añadido al carrito | 加入购物车的金额',
  ),
  format: 'amount',
  container: 'item',
  names: ['Product Added'],
  measured(events) {
    const of = events.name(
      `arraySum((p, q) -> toFloat64(p) * q, ${events.column('product_prices')}, ${events.column('product_quantities')})`,
    );
    return { measure: { kind: 'sum', of }, where: isNamed(events, ['Product Added']) };
  },
};

/** So long after an order another source may report it again. */
const REPORT_REACH_MS = 31 * 86_400_000;

function isFirstReport(events: Events): string {
  const { frame, span } = events;
  const [name, from, to] = [
    events.bind('String', ORDERED),
    events.bind('Int64', span.from - REPORT_REACH_MS),
    events.bind('Int64', span.to + REPORT_REACH_MS),
  ];
  return `place in (
select min(place)
from events
where name = ${name}
and time >= fromUnixTimestamp64Milli(${from})
and time < fromUnixTimestamp64Milli(${to})
and time <= fromUnixTimestamp64Milli(${events.bind('Int64', frame.at)})
group by order_id
)`;
}

/** What is counted and added up in every shop. */
export const BASE: readonly Metric[] = [
  distinct(
    'people',
    title('People | Personen | Personnes | Personas | 人数'),
    'who',
    (events) => `${all(events) && 'who != 0'}`,
    'person',
  ),
  distinct(
    'sessions',
    title('Sessions | Sitzungen | Sessions | Sesiones | 会话数'),
    'session',
    (events) => `${all(events) && 'session != 0'}`,
    'session',
  ),
  {
    ...counted('events', title('Events | Ereignisse | Événements | Eventos | 事件数')),
    measured: (events) => ({
      measure: { kind: 'count' },
      where: `${all(events)} and name != ${events.bind('String', ORDER_RESTATED)}`,
    }),
  },
  orders,
  distinct(
    'buyers',
    title('Buyers | Käufer | Acheteurs | Compradores | 购买人数'),
    'who',
    (events) => isNamed(events, [ORDERED]),
    'person',
    [ORDERED],
  ),
  distinct(
    'sessions-with-order',
    title(
      'Sessions with an order | Sitzungen mit Bestellung | Sessions avec commande | Sesiones con pedido | 有订单的会话',
    ),
    'session',
    (events) => `${isNamed(events, [ORDERED])} and session != 0`,
    'session',
    [ORDERED],
  ),
  revenue,
  units,
  cartValue,
  counted(
    'page-views',
    title('Page views | Seitenaufrufe | Pages vues | Páginas vistas | 页面浏览'),
    'Page Viewed',
    'Screen Viewed',
  ),
  counted(
    'products-viewed',
    title('Products viewed | Produktaufrufe | Produits vus | Productos vistos | 商品浏览'),
    'Product Viewed',
  ),
  counted(
    'products-added',
    title('Products added | In den Warenkorb gelegt | Produits ajoutés | Productos añadidos | 加入购物车'),
    'Product Added',
  ),
  counted(
    'products-removed',
    title(
      'Products removed | Aus dem Warenkorb genommen | Produits retirés | Productos quitados | 移出购物车',
    ),
    'Product Removed',
  ),
  counted(
    'carts-viewed',
    title('Carts viewed | Warenkorbaufrufe | Paniers vus | Carritos vistos | 购物车浏览'),
    'Cart Viewed',
  ),
  counted(
    'checkouts',
    title('Checkouts | Kassengänge | Passages en caisse | Pagos iniciados | 结账次数'),
    'Checkout Started',
  ),
  counted('searches', title('Searches | Suchen | Recherches | Búsquedas | 搜索次数'), 'Products Searched'),
  {
    ...counted(
      'refunds',
      title('Refunds | Erstattungen | Remboursements | Reembolsos | 退款次数'),
      'Order Refunded',
    ),
    isBetterLow: true,
  },
  {
    ...counted(
      'cancellations',
      title('Cancellations | Stornierungen | Annulations | Cancelaciones | 取消次数'),
      'Order Cancelled',
    ),
    isBetterLow: true,
  },
];
