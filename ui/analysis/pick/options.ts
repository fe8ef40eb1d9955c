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

/** What analysts of shops reach for first, where nothing was used more; the rest follows by the alphabet of the reader. */
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

/** Dimensions, metrics or segments that a text fits: those that begin so, then those that workspaces use most, then what is usual. */
export function optionsOf(kind: ComponentKind, model: Model, names: Names, text: string): Option[] {
  const all =
    kind === 'segment'
      ? segments(model)
      : kind === 'dimension' || kind === 'metric'
        ? titled(kind, model, names, text)
        : [];
  const wanted = text.trim().toLocaleLowerCase();
  const uses = new Map(model.uses.map(({ kind: of, id, count }) => [`${of}/${id}`, count]));
  const rank = ({ key, label }: Option) => {
    const at = kind === 'dimension' || kind === 'metric' ? FIRST[kind].indexOf(idOf(key)) : -1;
    return {
      starts: label.toLocaleLowerCase().startsWith(wanted) ? 0 : 1,
      uses: uses.get(key) ?? 0,
      usual: at < 0 ? FIRST.dimension.length : at,
    };
  };
  return all
    .filter(({ label, key }) => `${label} ${key}`.toLocaleLowerCase().includes(wanted))
    .map((option) => ({ option, rank: rank(option) }))
    .sort(
      ({ option: a, rank: x }, { option: b, rank: y }) =>
        x.starts - y.starts || y.uses - x.uses || x.usual - y.usual || a.label.localeCompare(b.label),
    )
    .map(({ option }) => option);
}

function titled(kind: 'dimension' | 'metric', model: Model, names: Names, text: string): Option[] {
  const [list, families] =
    kind === 'dimension'
      ? [model.dimensions.map(({ id }) => id), model.dimensionFamilies]
      : [model.metrics.map(({ id }) => id), model.metricFamilies];
  const used = model.uses.filter((each) => each.kind === kind).map(({ id }) => id);
  const known = [...list, ...(kind === 'dimension' ? USED : []), ...used.filter((id) => id.includes(':'))];
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
    ...audiences
      .filter(({ isOffered }) => isOffered)
      .map(
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
