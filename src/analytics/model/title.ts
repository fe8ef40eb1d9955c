import { LANGUAGES, type Language } from '../../core/condition/index.ts';

/** A name in the five languages of the interface. */
export type Title = Readonly<Record<Language, string>>;

/** A title from its words in English, German, French, Spanish and Chinese. */
export function title(en: string, de: string, fr: string, es: string, zh: string): Title {
  return { en, de, fr, es, zh };
}

/** What has one name in all languages: a path, or what people of the workspace named themselves. */
export function named(name: string): Title {
  return Object.fromEntries(LANGUAGES.map((language) => [language, name])) as unknown as Title;
}
