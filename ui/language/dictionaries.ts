import type { Language } from './language.ts';
import type { Words } from './words/en.ts';

export type { Words } from './words/en.ts';

/** Each language is a file of its own, so that nobody loads five. `Words` makes a missing text a compile error. */
const LOADERS: Readonly<Record<Language, () => Promise<Words>>> = {
  en: async () => (await import('./words/en.ts')).en,
  de: async () => (await import('./words/de.ts')).de,
  fr: async () => (await import('./words/fr.ts')).fr,
  es: async () => (await import('./words/es.ts')).es,
  zh: async () => (await import('./words/zh.ts')).zh,
};

/** Loads all texts of a language. */
export function loadWords(language: Language): Promise<Words> {
  return LOADERS[language]();
}
