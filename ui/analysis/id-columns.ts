import type { Names } from './model/names.ts';

/** The columns of a file that say a value of a dimension: as it is, and what it is called where the dimension has names. */
export function idColumns(
  names: Names,
  dimension: string,
  title: string,
): { readonly heads: readonly string[]; cells(value: string | null): readonly string[] } {
  const nameOf = names.namer(dimension);
  return {
    heads: nameOf ? [title, `${title}_name`] : [title],
    cells: (value) => {
      const id = value ?? '*';
      return nameOf ? [id, value === null ? '' : nameOf(value)] : [id];
    },
  };
}
