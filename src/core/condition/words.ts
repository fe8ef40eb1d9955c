import { type Condition, PURPOSE_DEFAULT } from './condition.ts';
import { de } from './words/de.ts';
import type { Dictionary } from './words/dictionary.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { sayBehaviour, saySequence, sayTrait } from './words/say-behaviour.ts';
import { sayEvents } from './words/say-events.ts';
import { sayTest } from './words/say-test.ts';
import { newSpeaker, type Speaker, tidy } from './words/speaker.ts';
import { zh } from './words/zh.ts';

const DICTIONARIES = { en, de, fr, es, zh } as const satisfies Record<string, Dictionary>;

/** The languages of the interface. */
export type Language = keyof typeof DICTIONARIES;
export const LANGUAGES = Object.keys(DICTIONARIES) as readonly Language[];

/** How a condition is put into words. */
export interface WordOptions {
  readonly language: Language;
  /** The name that people gave an audience; its id is said without one. */
  readonly audienceName?: (id: string) => string | undefined;
  /** The name that people gave a trait; its id is said without one. */
  readonly traitName?: (id: string) => string | undefined;
}

/** A condition in plain words: what is true of a person, without a subject. Assumes that `checkCondition` has nothing against it. */
export function sayCondition(
  condition: Condition,
  { language, audienceName = () => undefined, traitName = () => undefined }: WordOptions,
): string {
  const speaker = newSpeaker(DICTIONARIES[language], language, audienceName, traitName);
  return tidy(say(condition, speaker, false));
}

/** An event as a plural noun (purchases), `*` as what is done at all; and a value by its path. In the words of conditions. */
export function sayName(
  of: { readonly event: string } | { readonly path: string },
  { language }: WordOptions,
): string {
  const speaker = newSpeaker(DICTIONARIES[language], language, NOBODY_NAMED, NOBODY_NAMED);
  return 'path' in of ? speaker.label(of.path) : tidy(sayEvents({ event: of.event }, 'many', speaker));
}

const NOBODY_NAMED = () => undefined;

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
    return words.consent(channelName(channel, words), purposeName(purpose, words), condition.is, isNot);
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

function purposeName(purpose: string, { purposes }: Dictionary): string {
  return Object.hasOwn(purposes, purpose) ? purposes[purpose as keyof typeof purposes] : purpose;
}
