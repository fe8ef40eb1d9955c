import type { Names } from '../../model/names.ts';
import type { NeighboursQuery } from './query.ts';

/** The values in the middle in words. */
export function middleText({ dimension, value }: NeighboursQuery, names: Names): string {
  return [value]
    .flat()
    .map((each) => names.value(dimension, each))
    .join(' / ');
}
