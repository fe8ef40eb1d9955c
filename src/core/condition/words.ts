import type { Condition } from './condition.ts';
import { de } from './words/de.ts';
import type { Dictionary } from './words/dictionary.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { type SpeakerOptions, sayConditionIn } from './words/say.ts';
import { zh } from './words/zh.ts';

const DICTIONARIES = { en, de, fr, es, zh } as const satisfies Record<string, Dictionary>;

/** The languages of the interface. */
export type Language = keyof typeof DICTIONARIES;
export const LANGUAGES = Object.keys(DICTIONARIES) as readonly Language[];

/** How a condition is put into words. */
export interface WordOptions extends SpeakerOptions {
  readonly language: Language;
}

/** A condition in plain words: what is true of a person, without a subject. Assumes that `checkCondition` has nothing against it. */
export function sayCondition(condition: Condition, options: WordOptions): string {
  return sayConditionIn(DICTIONARIES[options.language], condition, options);
}
