import { LANGUAGES, type Language } from './language.ts';

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
