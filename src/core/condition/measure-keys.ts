/** The measures of behaviour by the keys under which conditions and traits write them. */
export const MEASURE_KEYS = [
  'times',
  'lines',
  'sum',
  'average',
  'minimum',
  'maximum',
  'first',
  'last',
  'firstTime',
  'lastTime',
  'distinct',
  'mostFrequent',
  'repeated',
  'newest',
] as const;
export type MeasureKey = (typeof MEASURE_KEYS)[number];

/** Values that `newest` gives unless said. */
export const NEWEST_DEFAULT = 10;

/** The measure that a behaviour condition names; `times` where it names none. */
export function measureKey(condition: { readonly [Key in MeasureKey]?: unknown }): MeasureKey {
  return MEASURE_KEYS.find((key) => condition[key] !== undefined) ?? 'times';
}
