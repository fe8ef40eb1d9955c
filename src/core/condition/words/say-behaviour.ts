import type { ComputedTrait } from '../computed-schema.ts';
import type { BehaviourCondition, SequenceCondition, TraitCondition } from '../condition.ts';
import type { ValueField } from '../matcher.ts';
import { measureKey, NEWEST_DEFAULT } from '../measure-keys.ts';
import type { CountTest } from '../operators/number.ts';
import type { Dictionary } from './dictionary.ts';
import { sayDid, sayEvents, sayWindow } from './say-events.ts';
import { sayHappened, sayTest } from './say-test.ts';
import { endsWithOne, type Speaker, sayCount, tidy } from './speaker.ts';

/** A behaviour condition in words, or its opposite. */
export function sayBehaviour(condition: BehaviourCondition, speaker: Speaker, isNot: boolean): string {
  const { words } = speaker;
  const key = measureKey(condition);
  const { times, lines } = condition;
  const window = sayWindow(condition.in, speaker);
  if (key === 'times' || key === 'lines') {
    const isPlain =
      key === 'times' && (times === undefined || (times.atLeast === 1 && Object.keys(times).length === 1));
    const isNever = times?.exactly === 0 || times?.atMost === 0;
    if (isPlain || isNever) return sayDid(condition.did, '', window, speaker, isNot !== isNever);
    const often =
      key === 'times' ? sayTimes(times!, words) : words.lines(sayCount(lines!, words), endsWithOne(lines!));
    const clause = sayDid(condition.did, often, window, speaker, false);
    return isNot ? words.not(tidy(clause)) : clause;
  }
  const clause = sayMeasure(condition, key, window, speaker);
  return isNot ? words.not(tidy(clause)) : clause;
}

function sayTimes({ exactly, atLeast, atMost }: CountTest, words: Dictionary): string {
  if (exactly !== undefined) return words.times('exactly', exactly);
  if (atLeast !== undefined && atMost !== undefined) return words.timesBetween(atLeast, atMost);
  return atLeast !== undefined ? words.times('atLeast', atLeast) : words.times('atMost', atMost ?? 0);
}

type ValueMeasure = Exclude<ReturnType<typeof measureKey>, 'times' | 'lines'>;

function sayMeasure(
  condition: BehaviourCondition,
  key: ValueMeasure,
  window: string,
  speaker: Speaker,
): string {
  const { words } = speaker;
  if (key === 'firstTime' || key === 'lastTime') {
    const phrase = sayEvents(condition.did, key === 'firstTime' ? 'first' : 'last', speaker);
    return sayHappened(condition[key]!, tidy(words.timeOf(phrase, window)), speaker);
  }
  const { of, ...rest } = condition[key]!;
  const size = 'size' in rest && rest.size !== undefined ? { size: rest.size } : {};
  const label = sayMeasured({ measure: key, did: condition.did, of, ...size }, window, speaker);
  switch (key) {
    case 'first':
    case 'last':
      return sayTest(condition[key]!, label, speaker);
    case 'mostFrequent':
      return sayTest({ text: condition[key]!.text }, label, speaker);
    case 'newest':
      return sayTest({ list: condition[key]!.list }, label, speaker);
    case 'distinct':
    case 'repeated':
      return sayTest({ number: numbersOf(condition[key]!) }, label, speaker);
    default:
      return sayTest({ number: condition[key]! }, label, speaker);
  }
}

/** A measure as a name: the total revenue of purchases in the last year. */
function sayMeasured(
  { measure, did, of, size = NEWEST_DEFAULT }: Pick<ComputedTrait, 'did' | 'measure' | 'of' | 'size'>,
  window: string,
  speaker: Speaker,
): string {
  const { words } = speaker;
  if (measure === 'firstTime' || measure === 'lastTime')
    return tidy(words.timeOf(sayEvents(did, measure === 'firstTime' ? 'first' : 'last', speaker), window));
  const events = sayEvents(did, 'many', speaker);
  if (measure === 'times' || measure === 'lines' || !of)
    return tidy(words.numberOf(measure === 'lines' ? 'lines' : 'times', events, window));
  const field = sayField(of, speaker);
  return tidy(
    measure === 'newest'
      ? words.newest(size, field, events, window)
      : words.measure(measure, field, events, window),
  );
}

/** A test of the value of a trait: by its name, or by what it measures where it is written out. */
export function sayTrait(condition: TraitCondition, speaker: Speaker, isNot: boolean): string {
  const { words } = speaker;
  const { trait, ...test } = condition;
  const isTime = typeof trait === 'object' && (trait.measure === 'firstTime' || trait.measure === 'lastTime');
  const label =
    typeof trait === 'object'
      ? sayMeasured(trait, sayWindow(trait.in, speaker), speaker)
      : words.trait(speaker.traitName(trait) ?? trait);
  if (test.exists !== undefined) return sayTest({ exists: test.exists !== isNot }, label, speaker);
  const clause = isTime && test.date ? sayHappened(test.date, label, speaker) : sayTest(test, label, speaker);
  return isNot ? words.not(tidy(clause)) : clause;
}

function numbersOf({ exactly, atLeast, atMost }: CountTest): object {
  return {
    ...(exactly === undefined ? {} : { is: exactly }),
    ...(atLeast === undefined ? {} : { atLeast }),
    ...(atMost === undefined ? {} : { atMost }),
  };
}

function sayField(field: ValueField, { label }: Speaker): string {
  if ('product' in field) return label(field.product);
  return label('origin' in field ? field.origin : 'context' in field ? field.context : field.property);
}

/** A sequence in words. */
export function saySequence(condition: SequenceCondition, speaker: Speaker): string {
  const { words, duration } = speaker;
  const { sequence, afterwards, in: window } = condition;
  let text = '';
  for (const [i, { did, within, after, without }] of sequence.entries()) {
    // One step alone says when it was; of several all were then.
    const clause = sayDid(did, '', sequence.length === 1 ? sayWindow(window, speaker) : '', speaker, false);
    text += i === 0 ? clause : words.nextStep(clause, within && duration(within), after && duration(after));
    if (without)
      text += words.withoutBetween(
        tidy(words.choice(without.map((matcher) => tidy(sayEvents(matcher, 'many', speaker))))),
      );
  }
  text = tidy(words.sequence(text, sequence.length === 1 ? '' : sayWindow(window, speaker)));
  if (!afterwards) return text;
  const when = afterwards.for === undefined ? words.notSince : words.notWithinAfter(duration(afterwards.for));
  const nots = afterwards.without.map((matcher) => tidy(sayDid(matcher, '', when, speaker, true)));
  return `${text}${words.and}${nots.join(words.and)}`;
}
