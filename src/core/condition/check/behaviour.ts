import { CHANNELS } from '../../event.ts';
import { own } from '../../json.ts';
import { durationMs, momentOf } from '../../trait/index.ts';
import type { BehaviourCondition, SequenceCondition } from '../condition.ts';
import { DERIVED } from '../facts.ts';
import {
  asksCatalogue,
  type EventFilter,
  LINE_AMOUNT,
  type Matcher,
  namesOf,
  type Origin,
  type ProductFilter,
} from '../matcher.ts';
import { MEASURE_KEYS, measureKey, NEWEST_DEFAULT } from '../measure-keys.ts';
import { testKind } from '../operators/kinds.ts';
import { textHolds } from '../operators/text.ts';
import type { ConditionWindow } from '../window.ts';
import { checkFilters } from './claims.ts';
import type { Place } from './problem.ts';
import {
  checkCountTest,
  checkDateTest,
  checkDuration,
  checkFilterTest,
  checkListTest,
  checkMoment,
  checkNumberTest,
  checkTextTest,
  checkTimeTest,
  checkTimeZone,
  leastSizeOf,
} from './tests.ts';

/** Checks a behaviour condition for what its schema cannot say. */
export function checkBehaviour(condition: BehaviourCondition, place: Place): undefined {
  checkMatcher(condition.did, place.down('did'));
  if (condition.in) checkWindow(condition.in, place.down('in'));
  checkMeasure(condition, place);
  checkCatalogueCount(condition, place);
  const { lastTime, firstTime, in: window } = condition;
  const ago = (lastTime ?? firstTime)?.longerAgo;
  if (ago !== undefined && window && 'last' in window && durationMs(ago) >= durationMs(window.last))
    place.problem(
      'condition.contradiction',
      'What is in the window cannot be longer ago than the window is long.',
    );
}

function checkMeasure(condition: BehaviourCondition, place: Place): undefined {
  const [key, second] = MEASURE_KEYS.filter((key) => condition[key] !== undefined);
  if (key === undefined) return;
  if (second !== undefined)
    return place.problem(
      'condition.ambiguous',
      `Measures two things at once: say “${key}” or “${second}”, or make a part of each.`,
    );
  const at = place.down(key);
  switch (key) {
    case 'times':
    case 'lines':
      return checkCountTest(condition[key]!, at);
    case 'distinct':
    case 'repeated': {
      const { of: _, ...test } = condition[key]!;
      return checkCountTest(test, at);
    }
    case 'newest': {
      const { list, size = NEWEST_DEFAULT } = condition.newest!;
      checkListTest(list, at.down('list'));
      if (leastSizeOf(list) > size)
        at.problem('condition.contradiction', `Only the newest ${size} values are kept; make “size” larger.`);
      return;
    }
    case 'sum':
    case 'average':
    case 'minimum':
    case 'maximum': {
      const { of, ...test } = condition[key]!;
      if ('origin' in of)
        at.down('of').problem('condition.wrong-type', 'Is a text; a number is needed here.');
      return checkNumberTest(test, at);
    }
    case 'firstTime':
    case 'lastTime':
      return checkTimeTest(condition[key]!, at);
    case 'mostFrequent':
      return checkTextTest(condition.mostFrequent!.text, at.down('text'));
    case 'first':
    case 'last': {
      const { text, number, date } = condition[key]!;
      if (text) checkTextTest(text, at.down('text'));
      if (number) checkNumberTest(number, at.down('number'));
      if (date) checkDateTest(date, at.down('date'));
    }
  }
}

/** What the catalogue says now is asked of product lines one by one, so whole events cannot be counted with it. */
function checkCatalogueCount(condition: BehaviourCondition, place: Place): undefined {
  if (!asksCatalogue(condition.did)) return;
  const { times } = condition;
  const isPlain = times === undefined || (times.atLeast === 1 && Object.keys(times).length === 1);
  if (!isPlain)
    place
      .down('times')
      .problem(
        'condition.catalogue-count',
        'The catalogue is asked of product lines; count “lines” instead.',
      );
  const key = measureKey(condition);
  const measure = condition[key];
  if (measure && 'of' in measure && !('product' in measure.of))
    place
      .down(key, 'of')
      .problem(
        'condition.catalogue-count',
        'The catalogue is asked of product lines; measure a field of the product.',
      );
}

/** Checks which events are meant. */
export function checkMatcher(matcher: Matcher, place: Place): undefined {
  for (const [i, name] of namesOf(matcher).entries()) {
    const instead = own(DERIVED, name);
    if (instead !== undefined)
      place
        .down('event', ...(typeof matcher.event === 'string' ? [] : [i]))
        .problem('condition.derived-event', `No condition sees “${name}”; ${instead}.`);
  }
  for (const [i, filter] of (matcher.where ?? []).entries()) {
    const at = place.down('where', i);
    if ('origin' in filter) checkOrigin(filter, at);
    else checkFilterTest(filter, at);
  }
  checkFilters(matcher.where ?? [], place.down('where'));
  for (const [i, filter] of (matcher.products ?? []).entries())
    checkProduct(filter, place.down('products', i));
  checkFilters(matcher.products ?? [], place.down('products'));
}

/** There are so many channels and no more: another one would be a slip of the pen that nobody ever matches. */
function checkOrigin({ origin, text }: Extract<EventFilter, { origin: Origin }>, place: Place): undefined {
  checkTextTest(text, place.down('text'));
  if (origin !== 'channel') return;
  const holds = textHolds(text);
  if (!CHANNELS.some((channel) => holds(channel)))
    place
      .down('text')
      .problem('condition.contradiction', `No channel is called so; there are ${CHANNELS.join(', ')}.`);
}

function checkProduct(filter: ProductFilter, place: Place): undefined {
  checkFilterTest(filter, place);
  const kind = testKind(filter);
  if ('catalogue' in filter) {
    const { catalogue } = filter;
    const needed = catalogue === 'category' || catalogue === 'brand' ? 'text' : 'number';
    if (kind !== needed && kind !== 'exists')
      place
        .down(kind)
        .problem(
          'condition.wrong-type',
          `The catalogue's ${catalogue} is a ${needed}; test it with “${needed}”.`,
        );
  } else if (filter.product === LINE_AMOUNT && kind !== 'number')
    place
      .down(kind)
      .problem('condition.wrong-type', 'The amount of a line is a number; test it with “number”.');
}

/** Checks a stretch of time. */
export function checkWindow(window: ConditionWindow, place: Place): undefined {
  if ('last' in window) return checkDuration(window.last, place.down('last'));
  if ('since' in window) {
    checkMatcher(window.since, place.down('since'));
    if (asksCatalogue(window.since))
      place
        .down('since')
        .problem(
          'condition.catalogue-count',
          'A window begins with an event, whatever the catalogue says later.',
        );
    return;
  }
  if ('calendar' in window) return checkTimeZone(window.timeZone, place, true);
  checkTimeZone(window.timeZone, place, false);
  const { from, to } = window;
  if (from === undefined && to === undefined)
    return place.problem('condition.incomplete', 'Needs “from”, “to” or both.');
  if (from !== undefined) checkMoment(from, place.down('from'));
  if (to !== undefined) checkMoment(to, place.down('to'));
  if (endsBefore(to, from))
    place.problem('condition.impossible-window', 'Ends before it begins; exchange “from” and “to”.');
}

/** Days are compared as days, so that a single day is a window. */
function endsBefore(to: string | undefined, from: string | undefined): boolean {
  const [end, start] = [momentOf(to), momentOf(from)];
  if (!end || !start) return false;
  return end.ms !== undefined && start.ms !== undefined ? end.ms <= start.ms : end.day < start.day;
}

/** Checks a sequence for what its schema cannot say. */
export function checkSequence(condition: SequenceCondition, place: Place): undefined {
  const { sequence, afterwards, in: window } = condition;
  let shortest = 0;
  for (const [i, step] of sequence.entries()) {
    const at = place.down('sequence', i);
    checkMatcher(step.did, at.down('did'));
    for (const [j, matcher] of (step.without ?? []).entries()) checkMatcher(matcher, at.down('without', j));
    for (const key of ['within', 'after'] as const)
      if (step[key] !== undefined) checkDuration(step[key], at.down(key));
    if (i === 0 && (step.within ?? step.after ?? step.without) !== undefined)
      at.problem(
        'condition.incomplete',
        'The first step follows no other; say “within”, “after” and “without” at a later step.',
      );
    const { within, after } = step;
    if (within !== undefined && after !== undefined && durationMs(within) < durationMs(after))
      at.problem(
        'condition.contradiction',
        'Must come within less time than it must be after; exchange the two.',
      );
    shortest += i > 0 ? (after === undefined ? 1 : durationMs(after)) : 0;
  }
  for (const [i, matcher] of (afterwards?.without ?? []).entries())
    checkMatcher(matcher, place.down('afterwards', 'without', i));
  if (afterwards?.for !== undefined) {
    checkDuration(afterwards.for, place.down('afterwards', 'for'));
    shortest += durationMs(afterwards.for);
  }
  if (window) checkWindow(window, place.down('in'));
  if (window && 'last' in window && durationMs(window.last) <= shortest)
    place
      .down('in')
      .problem(
        'condition.impossible-window',
        'The steps take longer than the window is long; make it longer.',
      );
}
