import type { Words } from '../language/dictionaries.ts';

/** What a reader fills in. */
export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field that cannot stay as it is, and what to do about it. */
export interface Wrong {
  readonly field: Field;
  readonly sentence: string;
}

type Say = Words['shell']['wrong'];

/** The fields of a form that do not hold what they require, in their order; of radio buttons the first of its group. */
export function wrongIn(form: Element, words: Say): Wrong[] {
  const groups = new Set<string>();
  return [...form.querySelectorAll<Field>('input, textarea, select')].flatMap((field) => {
    const sentence = sentenceFor(field, words);
    if (sentence === undefined || (field.type === 'radio' && groups.has(field.name))) return [];
    groups.add(field.name);
    return [{ field, sentence }];
  });
}

/** Where a sentence about a field stands: below it. */
export function placeOf(field: Field): Element {
  const around = field.type === 'radio' ? '[role=radiogroup]' : '[class*=InputWrapper-root]';
  return field.closest(around) ?? field.closest('[class*=Checkbox-root]') ?? field.parentElement ?? field;
}

function sentenceFor(field: Field, words: Say): string | undefined {
  if (!field.willValidate) return undefined;
  const { validity, type } = field;
  if (validity.badInput) return words.number;
  // Blanks alone are nothing.
  if (validity.valueMissing || (field.required && field.value.trim() === ''))
    return type === 'checkbox' ? words.tick : type === 'radio' ? words.choose : words.missing;
  if (validity.valid || !(field instanceof HTMLInputElement)) return undefined;
  if (validity.typeMismatch && type === 'email') return words.email;
  if (validity.rangeUnderflow) return words.least(field.min);
  if (validity.rangeOverflow) return words.most(field.max);
  if (validity.stepMismatch) return words.number;
  if (validity.tooShort) return words.short(field.minLength);
  return words.fits(hintOf(field));
}

/** How the field says that it is filled in: its description, or its example. */
function hintOf(field: HTMLInputElement): string {
  const described = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ')
    .trim();
  return described || field.placeholder;
}
