import type { Segment } from '../api-types.ts';
import { dimensionValue, type Writing } from '../dimension-value.ts';
import type { Model } from './queries.ts';
import type { KnownNames } from './value-names.ts';

/** Titles in the language of the reader. What nobody knows is called by its id. */
export interface Names {
  dimension(id: string): string;
  /** A value of a dimension: products and stores by their name, days, countries and the like as the reader writes them. */
  value(dimension: string, value: string): string;
  /** The same with the id where that is a name: what stands in a tooltip. */
  whole(dimension: string, value: string): string;
  /** What files say beside its ids: names, '' where one has none; undefined for a dimension of which no names are known. */
  namer(dimension: string): ((value: string) => string) | undefined;
  metric(id: string): string;
  /** `undefined` for a condition without a name: say "a condition". */
  segment(segment: Segment): string | undefined;
  /** count, number, amount, share or duration */
  formatOf(metric: string): string;
}

type Titled = { readonly id: string; readonly title: Readonly<Record<string, string>> };

/** Makes the look-up of titles, and of values by what the catalogue calls them. */
export function namesOf(model: Model, called: KnownNames, writing: Writing): Names {
  const { language } = writing;
  const titleOf = (list: readonly Titled[], families: readonly Titled[], id: string): string => {
    const known = list.find((each) => each.id === id);
    if (known) return known.title[language] ?? known.title['en'] ?? id;
    const colon = id.indexOf(':');
    const family = colon > 0 ? families.find((each) => each.id === id.slice(0, colon)) : undefined;
    if (!family) return id;
    const argument = id.slice(colon + 1);
    const inner = list.find((each) => each.id === argument);
    const title = family.title[language] ?? family.id;
    // "Marketing channel (first of the session)": what it is comes first, whose value it is after.
    return inner
      ? `${titleOf(list, families, argument)} (${title.charAt(0).toLocaleLowerCase()}${title.slice(1)})`
      : `${title}: ${argument}`;
  };
  const value = (dimension: string, id: string): string =>
    called[dimension]?.[id]?.text ?? dimensionValue(dimension, id, writing);
  return {
    dimension: (id) => titleOf(model.dimensions, model.dimensionFamilies, id),
    value,
    whole(dimension, id) {
      const name = called[dimension]?.[id]?.name;
      return name === undefined ? value(dimension, id) : `${name} (${id})`;
    },
    namer(dimension) {
      const known = called[dimension];
      return known && ((id) => known[id]?.name ?? '');
    },
    metric: (id) => titleOf(model.metrics, model.metricFamilies, id),
    formatOf: (id) => model.metrics.find((each) => each.id === id)?.format ?? 'count',
    segment(segment) {
      if ('segment' in segment)
        return model.segments.find(({ id }) => id === segment.segment)?.name ?? segment.segment;
      if ('audience' in segment)
        return model.audiences.find(({ id }) => id === segment.audience)?.name ?? segment.audience;
      return segment.name;
    },
  };
}
