import { type Doc, isDoc } from './json.ts';

/** What a measure is of, and what it is put to. */
interface MeasureShape {
  readonly of: 'none' | 'number' | 'value';
  readonly test: 'counts' | 'number' | 'value' | 'time' | 'text' | 'list';
}

/** The measures of behaviour, in the order in which they are offered. */
export const MEASURES = {
  times: { of: 'none', test: 'counts' },
  sum: { of: 'number', test: 'number' },
  average: { of: 'number', test: 'number' },
  minimum: { of: 'number', test: 'number' },
  maximum: { of: 'number', test: 'number' },
  lines: { of: 'none', test: 'counts' },
  lastTime: { of: 'none', test: 'time' },
  firstTime: { of: 'none', test: 'time' },
  last: { of: 'value', test: 'value' },
  first: { of: 'value', test: 'value' },
  distinct: { of: 'value', test: 'counts' },
  mostFrequent: { of: 'value', test: 'text' },
  repeated: { of: 'value', test: 'counts' },
  newest: { of: 'value', test: 'list' },
} as const satisfies Readonly<Record<string, MeasureShape>>;

/** A measure by its key in the document. */
export type MeasureKey = keyof typeof MEASURES;

/** All of them. */
export const MEASURE_KEYS = Object.keys(MEASURES) as MeasureKey[];

/** The measure that a behaviour condition names; `times` where it names none. */
export function measureOf(part: Doc): MeasureKey {
  return MEASURE_KEYS.find((key) => part[key] !== undefined) ?? 'times';
}

/** A new measure, with what is to be filled in; `times` is at least once. Keeps the value that is measured where there was one. */
export function newMeasure(key: MeasureKey, before: unknown): unknown {
  const shape: MeasureShape = MEASURES[key];
  const of = isDoc(before) && isDoc(before['of']) ? { of: before['of'] } : {};
  const field = shape.of === 'none' ? {} : { of: { property: '' }, ...of };
  switch (shape.test) {
    case 'counts':
      return { ...field, atLeast: key === 'times' ? 2 : 1 };
    case 'number':
      return { ...field, atLeast: null };
    case 'time':
      return { withinLast: '30d' };
    case 'value':
    case 'text':
      return { ...field, text: { is: '' } };
    case 'list':
      return { ...field, list: { includes: [] } };
  }
}
