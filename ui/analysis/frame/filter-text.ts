import type { Words } from '../../language/dictionaries.ts';
import type { Filter } from '../api-types.ts';
import { briefly } from '../diagrams/touch-text.ts';
import type { Names } from '../model/names.ts';

const VALUES_MAX = 3;

/** A filter in words: "Channel is Web, Store" */
export function filterText(filter: Filter, names: Names, words: Words['analysis']): string {
  const write = (value: string): string => names.value(filter.dimension, value);
  const title = names.dimension(filter.dimension);
  if (!('text' in filter)) return `${title}: ${briefly(filter)}`;
  const { is, isNot, anyOf, noneOf, contains, lacks, starts, ends, like } = filter.text;
  const some = (values: readonly string[]): string =>
    values.slice(0, VALUES_MAX).map(write).join(', ') +
    (values.length > VALUES_MAX ? ` +${values.length - VALUES_MAX}` : '');
  const kept =
    (is === undefined ? undefined : write(is)) ?? (anyOf && some(anyOf)) ?? contains ?? starts ?? ends;
  if (kept !== undefined) return words.filters.is(title, kept);
  const left = (isNot === undefined ? undefined : write(isNot)) ?? (noneOf && some(noneOf)) ?? lacks;
  if (left !== undefined) return words.filters.isNot(title, left);
  return like === '?*' ? words.filters.known(title) : words.filters.is(title, like ?? '');
}
