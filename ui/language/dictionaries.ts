import type { Language } from './language.ts';
import type { AnalysisWords } from './words/analysis/en.ts';
import type { EditingWords } from './words/editing/en.ts';
import type { BaseWords } from './words/en.ts';
import type { SettingsWords } from './words/settings/en.ts';

/** The texts of the interface, by folder. Those of an area are there on pages whose route needs the area. */
export type Words = BaseWords & AnalysisWords & EditingWords & SettingsWords;

/** Texts that only some pages show, and that come with them. */
export type Area = keyof typeof AREAS;

/** Each language is a file of its own, so that nobody loads five. The types make a missing text a compile error. */
const BASE: Readonly<Record<Language, () => Promise<BaseWords>>> = {
  en: async () => (await import('./words/en.ts')).en,
  de: async () => (await import('./words/de.ts')).de,
  fr: async () => (await import('./words/fr.ts')).fr,
  es: async () => (await import('./words/es.ts')).es,
  zh: async () => (await import('./words/zh.ts')).zh,
};

const ANALYSIS: Readonly<Record<Language, () => Promise<AnalysisWords>>> = {
  en: async () => (await import('./words/analysis/en.ts')).en,
  de: async () => (await import('./words/analysis/de.ts')).de,
  fr: async () => (await import('./words/analysis/fr.ts')).fr,
  es: async () => (await import('./words/analysis/es.ts')).es,
  zh: async () => (await import('./words/analysis/zh.ts')).zh,
};

const EDITING: Readonly<Record<Language, () => Promise<EditingWords>>> = {
  en: async () => (await import('./words/editing/en.ts')).en,
  de: async () => (await import('./words/editing/de.ts')).de,
  fr: async () => (await import('./words/editing/fr.ts')).fr,
  es: async () => (await import('./words/editing/es.ts')).es,
  zh: async () => (await import('./words/editing/zh.ts')).zh,
};

const SETTINGS: Readonly<Record<Language, () => Promise<SettingsWords>>> = {
  en: async () => (await import('./words/settings/en.ts')).en,
  de: async () => (await import('./words/settings/de.ts')).de,
  fr: async () => (await import('./words/settings/fr.ts')).fr,
  es: async () => (await import('./words/settings/es.ts')).es,
  zh: async () => (await import('./words/settings/zh.ts')).zh,
};

const AREAS = { analysis: ANALYSIS, editing: EDITING, settings: SETTINGS } as const;

/** Loads texts as they are needed, and once. */
export interface Texts {
  /** The texts of a language, those of all areas that were needed so far among them. */
  load(language: Language): Promise<Words>;
  /** Resolves when the texts of the areas are there, in every language that was loaded. */
  need(...areas: Area[]): Promise<void>;
}

/** The texts of one browser tab. */
export function createTexts(): Texts {
  const needed = new Set<Area>();
  const loaded = new Map<Language, Words>();
  const fill = async (language: Language, words: Words): Promise<void> => {
    const areas = await Promise.all([...needed].map((area) => AREAS[area][language]()));
    Object.assign(words, ...areas);
  };
  return {
    async load(language) {
      // Areas are put in by `fill`.
      const words = loaded.get(language) ?? ({ ...(await BASE[language]()) } as Words);
      loaded.set(language, words);
      await fill(language, words);
      return words;
    },
    async need(...areas) {
      for (const area of areas) needed.add(area);
      await Promise.all([...loaded].map(([language, words]) => fill(language, words)));
    },
  };
}
