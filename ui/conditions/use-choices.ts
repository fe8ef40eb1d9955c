import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import type { PickGroup, PickItem } from './inputs/pick-search.ts';
import type { Doc } from './model/json.ts';
import { newTest } from './model/operators.ts';
import { audiencesQuery, type Field, fieldsQuery, traitsQuery, vocabularyQuery } from './queries.ts';
import { useNames } from './use-names.ts';

/** Values shown beside the name of a field. */
const VALUES_SHOWN = 4;

/** Makes a field something to pick: its name, its path, values that are usual, how many have it. */
function useFieldItem(): (field: Field, prefix: string) => PickItem {
  const names = useNames();
  const format = useFormat();
  return ({ path, share, values, range, isHidden }, prefix) => {
    const label = names.path(path);
    const samples =
      range && range.length === 2
        ? `${format.number(range[0])} – ${format.number(range[1])}`
        : values.slice(0, VALUES_SHOWN).join(', ');
    return {
      value: `${prefix}${path}`,
      label,
      hint: [label === path ? '' : path, samples].filter((part) => part !== '').join(' · '),
      use: format.percent(share, 0),
      isHidden,
    };
  };
}

/** Events to pick, the most frequent first. */
export function useEventItems(prefix = ''): PickItem[] {
  const words = useWords().conditions;
  const names = useNames();
  const format = useFormat();
  const { data } = useQuery(vocabularyQuery);
  return useMemo(() => {
    const known = (data?.events ?? []).map(({ name, count }) => {
      const label = names.event(name);
      return {
        value: prefix + name,
        label,
        hint: label === name ? '' : name,
        use: words.pick.times(format.compact(count)),
      };
    });
    return [...known, { value: `${prefix}*`, label: words.pick.anything, hint: names.event('*') }];
  }, [data, names, format, words, prefix]);
}

/** Attributes to pick, those that most people have first. */
export function useAttributeItems(prefix = ''): PickItem[] {
  const { data } = useQuery(vocabularyQuery);
  const item = useFieldItem();
  return (data?.attributes ?? []).map((field) => item(field, prefix));
}

/** Audiences to pick. */
export function useAudienceItems(prefix = ''): PickItem[] {
  const words = useWords().conditions;
  const format = useFormat();
  const { data } = useQuery(audiencesQuery);
  return (data ?? [])
    .filter(({ state }) => state === 'live' || state === 'paused')
    .toSorted((a, b) => b.size - a.size)
    .map(({ id, name, size }) => ({
      value: prefix + id,
      label: name,
      hint: id,
      use: words.people(format.compact(size)),
    }));
}

/** Traits to pick. */
export function useTraitItems(prefix = ''): PickItem[] {
  const { data } = useQuery(traitsQuery);
  return (data ?? [])
    .filter(({ trait }) => trait !== null)
    .map(({ id, name }) => ({ value: prefix + id, label: name, hint: id }));
}

/** Where the value of an event stands, as one text: `product:category`. */
export type FieldOf = 'product' | 'catalogue' | 'property' | 'context' | 'origin';

const CATALOGUE = ['category', 'brand', 'price', 'stock'];
const ORIGINS = ['channel', 'source', 'name', 'type'];

/** Fields of events to pick, by what they belong to. */
export function useFieldGroups(events: readonly string[], which: readonly FieldOf[]): PickGroup[] {
  const words = useWords().conditions.pick;
  const names = useNames();
  const { data } = useQuery(fieldsQuery(events.includes('*') ? [] : events));
  const item = useFieldItem();
  const listed = (fields: readonly Field[] | undefined, prefix: FieldOf): PickItem[] =>
    (fields ?? []).map((field) => item(field, `${prefix}:`));
  const named = (paths: readonly string[], prefix: FieldOf): PickItem[] =>
    paths.map((path) => ({ value: `${prefix}:${path}`, label: names.path(path), hint: path }));
  const products = listed(data?.products, 'product');
  const lines = [...products, ...(products.length > 0 ? named(['amount'], 'product') : [])];
  const groups: Readonly<Record<FieldOf, PickGroup>> = {
    product: { title: words.products, items: lines },
    property: { title: words.properties, items: listed(data?.properties, 'property') },
    catalogue: { title: words.catalogue, items: named(CATALOGUE, 'catalogue') },
    origin: { title: words.origin, items: named(ORIGINS, 'origin') },
    context: { title: words.context, items: listed(data?.context, 'context') },
  };
  return which.map((each) => groups[each]);
}

/** Finds what is known of a field of events. */
export function useEventField(events: readonly string[]): (of: string, path: string) => Field | undefined {
  const { data } = useQuery(fieldsQuery(events.includes('*') ? [] : events));
  return (of, path) => {
    const isOfProduct = of === 'product' || of === 'catalogue';
    const fields = isOfProduct ? data?.products : of === 'context' ? data?.context : data?.properties;
    return fields?.find((field) => field.path === path);
  };
}

const NUMBERS = ['price', 'stock', 'amount', 'quantity'];

/** Makes a new test that fits what a field of events holds. */
export function useFieldTest(events: readonly string[]): (of: string, path: string) => Doc {
  const find = useEventField(events);
  return (of, path) => {
    const isOfProduct = of === 'product' || of === 'catalogue';
    if (of === 'origin') return newTest('text');
    if (isOfProduct && NUMBERS.includes(path)) return newTest('number');
    const kind = find(of, path)?.kind ?? 'text';
    // What an event is narrowed down by does not move with time.
    return kind === 'date' ? { date: { after: '' } } : newTest(kind);
  };
}

/** What is known of an attribute. */
export function useAttribute(path: string): Field | undefined {
  const { data } = useQuery(vocabularyQuery);
  return data?.attributes.find((field) => field.path === path);
}

/** `product:category` in two. */
export function splitField(value: string): [of: string, path: string] {
  const at = value.indexOf(':');
  return [value.slice(0, at), value.slice(at + 1)];
}
