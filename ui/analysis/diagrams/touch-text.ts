import type { Filter, QueryOf } from '../api-types.ts';
import type { Names } from '../model/names.ts';

/** A touchpoint: events, or values of a dimension. */
export type Touch = QueryOf<'/api/analytics/fallout'>['steps'][number]['any'][number];
type TextTest = Extract<Touch, { dimension: string }>['text'];

/** What a touchpoint is called: its events, or its values with the dimension. */
export function touchText(touch: Touch, names: Names): string {
  if ('event' in touch) {
    const events = [touch.event].flat().join(' / ');
    const tests = [...(touch.products ?? []), ...(touch.where ?? [])].map(fieldText);
    return tests.length > 0 ? `${events} (${tests.join(', ')})` : events;
  }
  return touch.dimension === 'event'
    ? testText(touch.text)
    : `${names.dimension(touch.dimension)}: ${briefly(touch, writerOf(touch.dimension, names))}`;
}

/** Filters by dimensions as briefly as can be. */
export function filtersText(filters: readonly Filter[], names: Names): string {
  return filters
    .map(
      (filter) =>
        `${names.dimension(filter.dimension)}: ${briefly(filter, writerOf(filter.dimension, names))}`,
    )
    .join(', ');
}

const writerOf =
  (dimension: string, names: Names): Write =>
  (value) =>
    names.value(dimension, value);

/** What narrows events down: the last of the path of a field, and its test. */
function fieldText(filter: object): string {
  const [path = ''] = FIELDS.flatMap((field) => (filter as Record<string, string>)[field] ?? []);
  return `${path.slice(path.lastIndexOf('.') + 1)}: ${briefly(filter)}`;
}

const FIELDS = ['property', 'context', 'origin', 'product', 'catalogue'];
const BOUNDS: Readonly<Record<string, string>> = {
  above: '> ',
  atLeast: '≥ ',
  is: '',
  isNot: '≠ ',
  atMost: '≤ ',
  below: '< ',
};

/** Writes a whole value; parts of one stay what they are. */
type Write = (value: string) => string;

/** The test in a filter: text and numbers by signs, others are looked up where they are edited. */
export function briefly(filter: object, write?: Write): string {
  const { text, number } = filter as { readonly text?: TextTest; readonly number?: object };
  if (text) return testText(text, write);
  if (!number) return '…';
  return Object.entries(number)
    .map(([operator, bound]) => `${BOUNDS[operator] ?? `${operator} `}${String(bound)}`)
    .join(' & ');
}

/** All touchpoints of a step. */
export function stepText(any: readonly Touch[], names: Names, or: string): string {
  return any.map((touch) => touchText(touch, names)).join(` ${or} `);
}

/** Operators whose values are whole. */
const WHOLE: ReadonlySet<string> = new Set(['is', 'isNot', 'anyOf', 'noneOf']);

/** A test of a text as briefly as can be. */
export function testText({ ignoreCase: _, ...test }: TextTest, write: Write = (value) => value): string {
  const SIGNS: Readonly<Record<string, string>> = {
    is: '',
    anyOf: '',
    isNot: '≠ ',
    noneOf: '≠ ',
    lacks: '≠ *',
    contains: '*',
    starts: '',
    ends: '*',
    like: '',
  };
  const AFTER: Readonly<Record<string, string>> = { contains: '*', lacks: '*', starts: '*' };
  return Object.entries(test)
    .map(([operator, wanted]) => {
      const values = [wanted].flat() as string[];
      const list = (WHOLE.has(operator) ? values.map(write) : values).join(', ');
      return `${SIGNS[operator] ?? `${operator} `}${list}${AFTER[operator] ?? ''}`;
    })
    .join(' & ');
}
