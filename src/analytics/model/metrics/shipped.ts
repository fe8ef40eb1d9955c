import type { CalculatedMetric } from '../metric.ts';
import { title } from '../title.ts';

/** Calculated metrics that every workspace has. */
export const SHIPPED: readonly CalculatedMetric[] = [
  {
    id: 'average-order-value',
    title: title(
      'Average order value | Durchschnittlicher Bestellwert | Panier moyen | Valor medio del pedido | 客单价',
    ),
    format: 'amount',
    formula: 'revenue / orders',
  },
  {
    id: 'conversion',
    title: title('Conversion | Konversion | Conversion | Conversión | 转化率'),
    format: 'share',
    formula: '[sessions-with-order] / sessions',
  },
  {
    id: 'buyer-share',
    title: title(
      'Share of buyers | Käuferanteil | Part d’acheteurs | Proporción de compradores | 购买者占比',
    ),
    format: 'share',
    formula: 'buyers / people',
  },
  {
    id: 'revenue-per-person',
    title: title(
      'Revenue per person | Umsatz je Person | Chiffre d’affaires par personne | Ingresos por persona | 人均收入',
    ),
    format: 'amount',
    formula: 'revenue / people',
  },
  {
    id: 'units-per-order',
    title: title(
      'Units per order | Stück je Bestellung | Unités par commande | Unidades por pedido | 每单件数',
    ),
    format: 'number',
    formula: 'units / orders',
  },
  {
    id: 'events-per-session',
    title: title(
      'Events per session | Ereignisse je Sitzung | Événements par session | Eventos por sesión | 每会话事件数',
    ),
    format: 'number',
    formula: 'events / sessions',
  },
  {
    id: 'value-of-abandoned-carts',
    title: title(
      'Value of abandoned carts | Wert abgebrochener Warenkörbe | Valeur des paniers abandonnés | Valor de los carritos abandonados | 被放弃购物车的价值',
    ),
    format: 'amount',
    formula: 'within([cart-value], "abandoned-cart")',
  },
  {
    id: 'value-of-lost-customers',
    title: title(
      'Value of lost customers | Wert verlorener Kunden | Valeur des clients perdus | Valor de los clientes perdidos | 流失客户的价值',
    ),
    format: 'amount',
    formula: 'within(revenue, "lost-customers")',
  },
  {
    id: 'return-on-ad-spend',
    title: title(
      'Return on ad spend | Ertrag je Werbekosten | Retour sur dépenses publicitaires | Retorno de la inversión publicitaria | 广告支出回报率',
    ),
    format: 'number',
    formula: 'revenue / cost',
  },
  {
    id: 'cost-per-order',
    title: title('Cost per order | Kosten je Bestellung | Coût par commande | Coste por pedido | 每单成本'),
    format: 'amount',
    isBetterLow: true,
    formula: 'cost / orders',
  },
];
