import type { Component, ComponentKind } from '../model/component.ts';
import type { Names } from '../model/names.ts';
import type { Model } from '../model/queries.ts';

/** Something that can be picked. */
export interface Option {
  readonly key: string;
  readonly label: string;
  /** The id where it says more than the label, or what kind of segment it is. */
  readonly hint?: string;
  readonly component: Component;
}

/** What analysts of shops reach for first; the rest follows by the alphabet of the reader. */
const FIRST: Readonly<Record<'dimension' | 'metric', readonly string[]>> = {
  dimension: [
    'session-first:marketing-channel',
    'marketing-channel',
    'channel',
    'day',
    'week',
    'device',
    'country',
    'product',
    'category',
    'brand',
    'campaign',
    'store',
    'page',
    'event',
    'month',
  ],
  metric: [
    'people',
    'sessions',
    'orders',
    'revenue',
    'conversion',
    'average-order-value',
    'events',
    'page-views',
    'products-viewed',
    'products-added',
    'checkouts',
    'units',
  ],
};

/** Dimensions that are one of a family and so much used that they stand in the list. */
const USED = [
  'session-first:marketing-channel',
  'session-first:campaign',
  'session-first:page',
  'attribute:loyaltyTier',
];

/** Dimensions or metrics that a text fits, those used in this workspace first, then what is usual. */
export function optionsOf(
  kind: ComponentKind,
  model: Model,
  names: Names,
  text: string,
  used: ReadonlySet<string> = new Set(),
): Option[] {
  const all = kind === 'segment' ? segments(model) : kind === 'range' ? [] : titled(kind, model, names, text);
  const wanted = text.trim().toLocaleLowerCase();
  const rank = ({ key, label }: Option): number => {
    const at = kind === 'dimension' || kind === 'metric' ? FIRST[kind].indexOf(idOf(key)) : -1;
    const usual = at < 0 ? 100 : at;
    const starts = label.toLocaleLowerCase().startsWith(wanted) ? 0 : 1_000;
    return (wanted === '' ? 0 : starts) + (used.has(key) ? -200 : 0) + usual;
  };
  return all
    .filter(({ label, key }) => `${label} ${key}`.toLocaleLowerCase().includes(wanted))
    .map((option) => ({ option, rank: rank(option) }))
    .sort((a, b) => a.rank - b.rank || a.option.label.localeCompare(b.option.label))
    .map(({ option }) => option);
}

function titled(kind: 'dimension' | 'metric', model: Model, names: Names, text: string): Option[] {
  const [list, families] =
    kind === 'dimension'
      ? [model.dimensions.map(({ id }) => id), model.dimensionFamilies]
      : [model.metrics.map(({ id }) => id), model.metricFamilies];
  const known = kind === 'dimension' ? [...list, ...USED.filter((id) => !list.includes(id))] : list;
  const typed = text.trim();
  // What stands after the colon of a family is whatever the shop sends, so it can be typed.
  const made = /^[^:]{2,}$/.test(typed)
    ? families.filter(({ id }) => OPEN[kind].includes(id)).map(({ id }) => `${id}:${typed}`)
    : typed.includes(':') && families.some(({ id }) => typed.startsWith(`${id}:`))
      ? [typed]
      : [];
  return [...new Set([...known, ...made])].map((id) => ({
    key: `${kind}/${id}`,
    label: kind === 'dimension' ? names.dimension(id) : names.metric(id),
    ...(id.includes(':') ? { hint: id } : {}),
    component: { kind, id },
  }));
}

/** Families whose argument is a word of the shop. */
const OPEN: Readonly<Record<'dimension' | 'metric', readonly string[]>> = {
  dimension: ['property', 'attribute', 'context'],
  metric: ['events', 'sum'],
};

function segments({ segments: own, audiences }: Model): Option[] {
  return [
    ...own.map(
      ({ id, name, level }): Option => ({
        key: `segment/${id}`,
        label: name,
        hint: level,
        component: { kind: 'segment', segment: { segment: id } },
      }),
    ),
    ...audiences.map(
      ({ id, name }): Option => ({
        key: `audience/${id}`,
        label: name,
        component: { kind: 'segment', segment: { audience: id } },
      }),
    ),
  ];
}

function idOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
