import { ANYTHING, and, type Matcher, namesOf, or, testOfText } from '../../core/condition/index.ts';
import { INTERACTIVE_CHANNELS } from '../../core/index.ts';
import { textOf } from '../model/dimension.ts';
import { mustFindDimension } from '../model/find.ts';
import type { Events } from '../rows/events.ts';
import type { Touch } from './schema.ts';

/** SQL that says whether a row is any of some touchpoints. Rows that are none need not be read. */
export function touches(events: Events, any: readonly Touch[]): string {
  return events.name(or(...any.map((touch) => touchTest(events, touch))));
}

function touchTest(events: Events, touch: Touch): string {
  if ('event' in touch) {
    const { test, names } = events.fits(touch);
    events.needs(names);
    return test;
  }
  events.needs('1');
  const dimension = mustFindDimension(touch.dimension);
  return testOfText(events.query, touch.text, events.name(textOf(dimension, dimension.read(events), events)));
}

/** SQL that says whether a row is an act of the person herself: what paths and next hits are made of. */
export function isHit(events: Events): string {
  return events.name(
    and('derived = 0', `channel in ${events.bind('Array(String)', [...INTERACTIVE_CHANNELS])}`),
  );
}

/**
 * Touchpoints as single matchers, any of which is meant; undefined where a touchpoint is none of events, for which conditions have no
 * words. Plain events are one matcher together.
 */
export function asMatchers(any: readonly Touch[]): Matcher[] | undefined {
  const matchers = any.filter((touch): touch is Matcher => 'event' in touch);
  if (matchers.length < any.length) return undefined;
  const isPlain = ({ where, products, ...rest }: Matcher): boolean =>
    !where && !products && !namesOf(rest).includes(ANYTHING);
  const plain = matchers.filter(isPlain);
  const names = [...new Set(plain.flatMap(namesOf))];
  const others = matchers.filter((matcher) => !isPlain(matcher));
  return names.length === 0 ? others : [{ event: names.length === 1 ? names[0]! : names }, ...others];
}
