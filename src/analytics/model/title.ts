import { LANGUAGES, type Language } from '../../core/condition/index.ts';

/** A name in the five languages of the interface. */
export type Title = Readonly<Record<Language, string>>;

/** A title from its words in English, German, French, Spanish and Chinese, with ` | ` between them. */
export function title(words: string): Title {
  const each = words.split(' | ');
  if (each.length !== LANGUAGES.length)
    throw new Error(`A title has ${LANGUAGES.length} languages: ${words}`);
  const [en, de, fr, es, zh] = each as [string, string, string, string, string];
  return { en, de, fr, es, zh };
}

/** What has one name in all languages: a path, or what people of the workspace named themselves. */
export function named(name: string): Title {
  return Object.fromEntries(LANGUAGES.map((language) => [language, name])) as unknown as Title;
}
