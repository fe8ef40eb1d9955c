import type { QueryOf } from '../api-types.ts';
import type { Names } from '../model/names.ts';

/** A touchpoint: events, or values of a dimension. */
export type Touch = QueryOf<'/api/analytics/fallout'>['steps'][number]['any'][number];
type TextTest = Extract<Touch, { dimension: string }>['text'];

/** What a touchpoint is called: its events, or its values with the dimension. */
export function touchText(touch: Touch, names: Names): string {
  if ('event' in touch) {
    const events = [touch.event].flat().join(' / ');
    const isNarrowed = touch.where !== undefined || touch.products !== undefined;
    return isNarrowed ? `${events} …` : events;
  }
  return touch.dimension === 'event'
    ? testText(touch.text)
    : `${names.dimension(touch.dimension)}: ${testText(touch.text)}`;
}

/** All touchpoints of a step. */
export function stepText(any: readonly Touch[], names: Names, or: string): string {
  return any.map((touch) => touchText(touch, names)).join(` ${or} `);
}

/** A test of a text as briefly as can be. */
export function testText({ ignoreCase: _, ...test }: TextTest): string {
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
      const list = ([wanted].flat() as string[]).join(', ');
      return `${SIGNS[operator] ?? `${operator} `}${list}${AFTER[operator] ?? ''}`;
    })
    .join(' & ');
}
