/** The languages of the interface, each by its own name. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  zh: '中文',
} as const;

export type Language = keyof typeof LANGUAGES;

/** What Intl is given: British English counts 4.8m and writes 22 Nov. */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  zh: 'zh-CN',
};

const KEPT = 'rapport-language';

/** The language chosen before, or the first of the browser's that we speak, or English. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT) ?? '', ...navigator.languages];
  for (const each of wanted) {
    const language = each.slice(0, 2).toLowerCase();
    if (language in LANGUAGES) return language as Language;
  }
  return 'en';
}

/** Remembers the choice in this browser. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
}
