import type { Language } from './language.ts';

/** Chooses between the forms of a word by a number, which may be written already: `1`, `1,204`, `1K`. */
export type Plural = (count: number | string, one: string, other: string) => string;

const NO_DIGITS = /\D/g;
/** What is rounded to thousands or millions is many, whatever its digits are. */
const ROUNDED = /\p{L}/u;

/**
 * The plural of a language by the rules of CLDR: one person, no people; but zéro personne. Texts of dictionaries ask it for every
 * noun that follows a number. What a language says of millions (`de personnes`) stands with the number.
 */
export function pluralOf(language: Language): Plural {
  const rules = new Intl.PluralRules(language);
  return (count, one, other) => {
    if (typeof count === 'string' && ROUNDED.test(count)) return other;
    const number = typeof count === 'string' ? Number(count.replace(NO_DIGITS, '')) : count;
    return rules.select(number) === 'one' ? one : other;
  };
}
