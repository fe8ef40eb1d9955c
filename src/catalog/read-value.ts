import { type Json, type Money, toMoney } from '../core/index.ts';

/** A field that cannot be read, and what it must be. */
export interface Fault {
  readonly fault: string;
  readonly message: string;
}

export const ID_CHARACTERS_MAX = 300;
/** More pieces than any warehouse holds. */
const QUANTITY_MAX = 1_000_000_000;

/** The id of a product or a store; undefined when the value cannot be one. */
export function readId(value: Json | undefined): string | undefined {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const id = text.trim();
  return id !== '' && id.length <= ID_CHARACTERS_MAX && !hasOddCharacters(id) ? id : undefined;
}

/** Control characters, and halves of surrogate pairs, which not every engine gives back. */
function hasOddCharacters(text: string): boolean {
  return /[\p{Cc}\p{Cs}]/u.test(text);
}

/** A text; numbers are written out. */
export function readText(value: Json, charactersMax: number): string | undefined {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof text === 'string' && text.length <= charactersMax ? text.trim() : undefined;
}

/** A price: never below nothing. */
export function readPrice(value: Json): Money | undefined {
  const amount = typeof value === 'number' || typeof value === 'string' ? toMoney(value) : undefined;
  return amount !== undefined && amount >= 0 ? amount : undefined;
}

/** How many there are. Tills write less than none where more was sold than was counted. */
export function readQuantity(value: Json): number | undefined {
  const text = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof text === 'number' && Math.abs(text) <= QUANTITY_MAX ? text : undefined;
}

/** An address that a browser may follow: of the web, or a path of the shop. Scripts and data are none. */
export function readUrl(value: Json): string | undefined {
  const text = readText(value, 2_000);
  return text !== undefined && (/^https?:\/\/[^\s]+$/i.test(text) || /^\/(?!\/)[^\s]*$/.test(text))
    ? text
    : undefined;
}

/** A picture that comes as it is. Browsers show it without asking anybody, and run nothing that stands in it. */
const PICTURE = /^data:image\/(?:svg\+xml|png|jpeg|webp|gif)(?:;[a-z0-9=;-]+)?,[^\s<>"']+$/i;

/** The address of a picture, or a small one itself (`data:image/…`). */
export function readPicture(value: Json): string | undefined {
  const text = readText(value, 2_000);
  return text !== undefined && PICTURE.test(text) ? text : readUrl(value);
}
