import type { Condition } from '../condition.ts';
import { PURPOSE_DEFAULT } from '../facts.ts';
import type { Dictionary } from './dictionary.ts';
import { sayBehaviour, saySequence, sayTrait } from './say-behaviour.ts';
import { sayEvents } from './say-events.ts';
import { sayTest } from './say-test.ts';
import { newSpeaker, type Speaker, tidy } from './speaker.ts';

/** What somebody who speaks knows besides her words: names that people gave. */
export interface SpeakerOptions {
  /** Writes numbers and days (BCP 47). */
  readonly language: string;
  /** The name that people gave an audience; its id is said without one. */
  readonly audienceName?: (id: string) => string | undefined;
  /** The name that people gave a trait; its id is said without one. */
  readonly traitName?: (id: string) => string | undefined;
  /** The name that the retailer gave a purpose of consent; without one the words of the language are said. */
  readonly purposeName?: (key: string) => string | undefined;
}

const NOBODY_NAMED = () => undefined;
const NO_NAMES = { audienceName: NOBODY_NAMED, traitName: NOBODY_NAMED, purposeName: NOBODY_NAMED };

/** A condition in the words of one dictionary: `sayCondition` for who has one language alone. */
export function sayConditionIn(
  words: Dictionary,
  condition: Condition,
  {
    language,
    audienceName = NOBODY_NAMED,
    traitName = NOBODY_NAMED,
    purposeName = NOBODY_NAMED,
  }: SpeakerOptions,
): string {
  return tidy(say(condition, newSpeaker(words, language, { audienceName, traitName, purposeName }), false));
}

/** An event as a plural noun (purchases), `*` as what is done at all; and a value by its path. In the words of conditions. */
export function sayNameIn(
  words: Dictionary,
  of: { readonly event: string } | { readonly path: string },
  language: string,
): string {
  const speaker = newSpeaker(words, language, NO_NAMES);
  return 'path' in of ? speaker.label(of.path) : tidy(sayEvents({ event: of.event }, 'many', speaker));
}

function say(condition: Condition, speaker: Speaker, isNot: boolean): string {
  const { words } = speaker;
  const opposite = (clause: string): string => (isNot ? words.not(tidy(clause)) : clause);
  if ('all' in condition) return opposite(sayGroup(condition.all, words.and, speaker));
  if ('any' in condition) return opposite(sayGroup(condition.any, words.or, speaker));
  if ('not' in condition) return say(condition.not, speaker, !isNot);
  if ('did' in condition) return sayBehaviour(condition, speaker, isNot);
  if ('sequence' in condition) return opposite(saySequence(condition, speaker));
  if ('trait' in condition) return sayTrait(condition, speaker, isNot);
  if ('member' in condition)
    return words.member(speaker.audienceName(condition.member) ?? condition.member, isNot);
  if ('consent' in condition) {
    const { channel, purpose = PURPOSE_DEFAULT } = condition.consent;
    return words.consent(channelName(channel, words), purposeName(purpose, speaker), condition.is, isNot);
  }
  if ('reachable' in condition) return words.reachable(channelName(condition.reachable, words), isNot);
  if ('score' in condition)
    return opposite(sayTest({ number: condition.number }, words.score(condition.score), speaker));
  if ('split' in condition)
    return words.split(condition.split, percent(condition.from), percent(condition.to), isNot);
  const label = speaker.label(condition.attribute);
  if (condition.exists !== undefined) return sayTest({ exists: condition.exists !== isNot }, label, speaker);
  return opposite(sayTest(condition, label, speaker));
}

function sayGroup(parts: readonly Condition[], joint: string, speaker: Speaker): string {
  const clauses = parts.map((part) => {
    const isGroup = 'all' in part || 'any' in part;
    const clause = tidy(say(part, speaker, false));
    return isGroup ? speaker.words.bracketed(clause) : clause;
  });
  return clauses.join(joint);
}

/** A share without the marks of floating point: 0.07 is 7. */
function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}

function channelName(channel: string, { channels }: Dictionary): string {
  return Object.hasOwn(channels, channel) ? channels[channel as keyof typeof channels] : channel;
}

function purposeName(purpose: string, { words: { purposes }, purposeName: named }: Speaker): string {
  const name = named(purpose);
  if (name !== undefined) return name;
  return Object.hasOwn(purposes, purpose) ? purposes[purpose as keyof typeof purposes] : purpose;
}
