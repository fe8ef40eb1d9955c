import { isObject, type Json, type JsonObject, NUMBER_PROPERTIES, TEXT_PROPERTIES } from '../core/index.ts';

/** Paths of column `properties` that have a type in the table. */
const PATH_TYPES: ReadonlyMap<string, 'string' | 'number'> = new Map([
  ...TEXT_PROPERTIES.map((path) => [path, 'string'] as const),
  ...NUMBER_PROPERTIES.map((path) => [path, 'number'] as const),
]);

/** From here up JSON.stringify writes numbers with an exponent; below, as digits, which ClickHouse reads as an integer. */
const DIGITS_UP_TO = 1e21;
/** -2^63 is one, but JavaScript writes it rounded: -9223372036854776000. */
const INT64_END = 2 ** 63;

/**
 * Properties as JSON text that ClickHouse's JSON type takes. One row that it refuses would hold up all that come after it,
 * so what does not fit is written in another way or left out; `properties_text` has everything as it came.
 * - A value of another type under a typed path is converted, or left out.
 * - An integer of more than 64 bits is written with an exponent.
 * - Half a surrogate pair becomes U+FFFD.
 * - Of two keys that are one path (`{ "a.b": 1, "a": { "b": 2 } }`) the first counts.
 * @param text the properties as JSON.stringify writes them
 */
export function jsonColumn(properties: JsonObject, text: string): string {
  const fits = fitsTypedPaths(properties);
  const isUsual = isPlain(properties);
  if (fits && isUsual && !text.includes('\\ud')) return text;
  const fitting = fits ? properties : withoutMisfits(properties);
  return readable(JSON.stringify(isUsual ? fitting : withoutRepeatedPaths(fitting, '', new Set())));
}

/** One look at each key: asking for each typed path instead cost three times as much (most are absent). */
function fitsTypedPaths(properties: JsonObject): boolean {
  for (const key in properties) {
    const type = PATH_TYPES.get(key);
    if (type === undefined) continue;
    const value = properties[key];
    if (value !== undefined && typeof value !== type) return false;
  }
  return true;
}

function withoutMisfits(properties: JsonObject): JsonObject {
  const fitting: { [key: string]: Json | undefined } = { ...properties };
  for (const path of TEXT_PROPERTIES) {
    const value = fitting[path];
    if (typeof value === 'number' || typeof value === 'boolean') fitting[path] = String(value);
    else if (typeof value !== 'string') delete fitting[path];
  }
  for (const path of NUMBER_PROPERTIES) {
    const value = fitting[path];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number === 'number' && Number.isFinite(number)) fitting[path] = number;
    else delete fitting[path];
  }
  return fitting;
}

/** Whether no key holds a dot, which separates the keys of a path, and every number can be read. */
function isPlain(value: Json | undefined): boolean {
  if (typeof value === 'number')
    return (value < INT64_END && value > -INT64_END) || Math.abs(value) >= DIGITS_UP_TO;
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isPlain(value[i])) return false;
    return true;
  }
  const object = value as JsonObject;
  for (const key in object) if (key.includes('.') || !isPlain(object[key])) return false;
  return true;
}

/** Every object within an array begins paths of its own. */
function withoutRepeatedPaths(object: JsonObject, prefix: string, paths: Set<string>): JsonObject {
  const kept: { [key: string]: Json | undefined } = {};
  for (const [key, value] of Object.entries(object)) {
    const path = prefix + key;
    if (isObject(value)) kept[key] = withoutRepeatedPaths(value, `${path}.`, paths);
    else if (value === null || !paths.has(path)) {
      if (value !== null) paths.add(path);
      kept[key] = withoutRepeats(value);
    }
  }
  return kept;
}

function withoutRepeats(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withoutRepeats(item) ?? null);
  return isObject(value) ? withoutRepeatedPaths(value, '', new Set()) : value;
}

/** Goes over the tokens of JSON text: texts with halves of pairs, and integers of 19 digits or more. */
function readable(text: string): string {
  return text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g, (token) => {
    if (!token.startsWith('"')) return /^-?\d{19,}$/.test(token) ? Number(token).toExponential() : token;
    if (!token.includes('\\ud')) return token;
    return token.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (code) =>
      code.startsWith('\\ud') ? '\ufffd' : code,
    );
  });
}
