import { numberComparisons, testOfNumber, testOfText } from '../../core/condition/index.ts';
import { textOf } from '../model/dimension.ts';
import { mustFindDimension } from '../model/find.ts';
import type { Events } from '../rows/events.ts';
import type { Filter } from './schema.ts';

/** Conditions compare numbers in ten-thousandths. */
const SCALE = 10_000;

/** Keeps only rows whose value of a dimension passes. */
export function applyFilter(events: Events, filter: Filter): void {
  const dimension = mustFindDimension(filter.dimension);
  const value = events.name(textOf(dimension, dimension.read(events), events));
  if ('text' in filter) {
    events.keep(testOfText(events.query, filter.text, value));
    return;
  }
  const number = events.name(`toInt64OrNull(toString(round(toFloat64OrNull(${value}) * ${SCALE})))`);
  events.keep(testOfNumber(events.query, numberComparisons(filter.number), number));
}
