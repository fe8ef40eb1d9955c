import { MOMENT_PATTERN, NUMBER_MAX, SCALE } from '../../trait/index.ts';
import { and, type Keep, type Query } from './query.ts';

/**
 * How SQL reads JSON values, word for word as trait/value.ts and trait/moment.ts do. `raw` is always the JSON text of a value as
 * JSONExtractRaw gives it: '' where there is none.
 */

/** The raw value at the keys of a document that is JSON text. */
export function rawAt(query: Query, document: string, keys: readonly string[]): string {
  if (keys.length === 0) return document;
  return `JSONExtractRaw(${document}, ${keys.map((key) => query.bind('String', key)).join(', ')})`;
}

const IS_TEXT = (raw: string): string => `startsWith(${raw}, '"')`;
const IS_NUMBER = (raw: string): string => `match(${raw}, '^-?[0-9]')`;

/** The text of a value, '' where it is missing. The engine writes 1e21 where JavaScript writes 1e+21. */
export function textOfRaw(raw: string): string {
  const number = `replaceRegexpOne(${raw}, 'e([0-9])', 'e+\\\\1')`;
  return `multiIf(${IS_TEXT(raw)}, JSONExtractString(${raw}), ${raw} in ('true', 'false'), ${raw}, ${IS_NUMBER(raw)}, ${number}, '')`;
}

const DECIMAL = '^-?[0-9]{1,12}(\\\\.[0-9]{1,10})?$';

/** The number of a value in ten-thousandths, null where it is missing. */
export function numberOfRaw(raw: string, keep: Keep): string {
  const text = `JSONExtractString(${raw})`;
  const number = `multiIf(${IS_NUMBER(raw)}, toFloat64OrNull(${raw}), ${and(IS_TEXT(raw), `match(${text}, '${DECIMAL}')`)}, toFloat64OrNull(${text}), null)`;
  return scaled(keep(number));
}

/** The number of a value whose subcolumns are given by type, in ten-thousandths. */
export function numberOfDynamic(
  column: (type: 'Int64' | 'Float64' | 'String') => string,
  keep: Keep,
): string {
  const text = column('String');
  const decimal = `if(match(${text}, '${DECIMAL}'), toFloat64OrNull(${text}), null)`;
  return scaled(keep(`coalesce(toFloat64(${column('Int64')}), ${column('Float64')}, ${decimal})`));
}

/** A Float64 in ten-thousandths, null where it is out of bounds. */
export function scaled(number: string): string {
  return `if(abs(${number}) <= ${NUMBER_MAX}, toInt64(floor(${number} * ${SCALE} + 0.5)), null)`;
}

/** The texts of a list. A single value is a list of one. */
export function listOfRaw(raw: string): string {
  const items = `if(startsWith(${raw}, '['), JSONExtractArrayRaw(${raw}), [${raw}])`;
  return `arrayFilter(v -> v != '', arrayMap(v -> ${textOfRaw('v')}, ${items}))`;
}

/** Whether there is anything. */
export function isPresentRaw(raw: string): string {
  return `${raw} not in ('', 'null', '""', '[]', '{}')`;
}

/** The text of a value that was written as a text; '' for all others. */
export function writtenText(raw: string): string {
  return `if(${IS_TEXT(raw)}, JSONExtractString(${raw}), '')`;
}

/** A written date as two expressions: its calendar day, and its instant in ms; null where it has none. */
export interface SqlMoment {
  readonly day: string;
  readonly ms: string;
}

/** Reads a date from an expression that gives a text. */
export function momentOfText(query: Query, text: string, keep: Keep): SqlMoment {
  const groups = keep(`extractGroups(${text}, ${query.bind('String', MOMENT_PATTERN)})`);
  const written = keep(`substring(${text}, 1, 10)`);
  // toDate32OrNull turns 30 February into 2 March, and 1850 into 1900: it must give back what was written.
  const isDay = `notEmpty(${groups}) and toString(toDate32OrNull(${written})) = ${written}`;
  const day = keep(`if(${isDay}, toInt32(toDate32OrNull(${written})), null)`);
  const part = (group: number): string => `toInt64OrZero(${groups}[${group}])`;
  const zone = keep(`${groups}[8]`);
  const clock = `${part(4)} * 3600000 + ${part(5)} * 60000 + ${part(6)} * 1000 + toInt64OrZero(rightPad(substring(${groups}[7], 1, 3), 3, '0'))`;
  const minutes = `(toInt64OrZero(substring(${zone}, 2, 2)) * 60 + toInt64OrZero(substring(${zone}, 5, 2)))`;
  const sign = `multiIf(startsWith(${zone}, '+'), 1, startsWith(${zone}, '-'), -1, 0)`;
  const ms = `${day} * 86400000 + ${clock} - ${sign} * ${minutes} * 60000`;
  return { day, ms: keep(`if(${zone} = '', null, ${ms})`) };
}
