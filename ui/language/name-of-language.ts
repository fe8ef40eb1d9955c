import { type Language, LOCALES } from './language.ts';

/** What a reader calls a language (`de`, `pt_BR`); what is none stays as it is. */
export function nameOfLanguage(tag: string, reader: Language): string {
  const names = new Intl.DisplayNames(LOCALES[reader], { type: 'language', fallback: 'code' });
  return /^[a-z]{2,3}([-_][A-Za-z]{2,4})?$/.test(tag) ? (names.of(tag.replace('_', '-')) ?? tag) : tag;
}
