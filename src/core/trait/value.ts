import type { Json } from '../json.ts';

/**
 * A number of an event, an attribute or a condition as an integer count of ten-thousandths. Conditions compare and add
 * such integers only, so sums do not depend on their order and live answers equal those of the warehouse to the last digit.
 */
export type Scaled = number;

export const SCALE = 10_000;

/** Numbers beyond this are not taken seriously: they read as missing. */
export const NUMBER_MAX = 100_000_000_000;

const DECIMAL = /^-?[0-9]{1,12}(\.[0-9]{1,10})?$/;

/** The number in ten-thousandths, rounded half up; undefined when it is out of bounds. */
export function scale(number: number): Scaled | undefined {
  return Math.abs(number) <= NUMBER_MAX ? Math.floor(number * SCALE + 0.5) : undefined;
}

/** Reads a JSON number or a plain decimal text (`"12.50"`); everything else is missing. */
export function numberOf(value: Json | undefined): Scaled | undefined {
  if (typeof value === 'number') return scale(value);
  return typeof value === 'string' && DECIMAL.test(value) ? scale(Number(value)) : undefined;
}

/**
 * Reads a text; numbers are written out (`5`, `1.5`), truth values are `true` and `false`. The empty text, null, lists and
 * objects are missing.
 */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Longer words are cut: they stand in columns of the warehouse. */
const WORD_CHARACTERS_MAX = 256;

/** Reads a word: a text, cut where it is too long, or a number written out; everything else is missing. */
export function wordOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value.slice(0, WORD_CHARACTERS_MAX);
  return typeof value === 'number' ? String(value) : undefined;
}

/** Reads true and false, also written as texts; everything else is missing. */
export function truthOf(value: Json | undefined): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}

/** Reads a list: each entry as text, those without one left out. A single value is a list of one, a missing one is empty. */
export function listOf(value: Json | undefined): string[] {
  const list: readonly Json[] = Array.isArray(value) ? value : [(value ?? null) as Json];
  return list.map(textOf).filter((text) => text !== undefined);
}

/** Whether there is anything: not null, not the empty text, not an empty list or object. */
export function isPresent(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
