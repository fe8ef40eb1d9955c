import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Identity, Namespace, Settings } from '../core/index.ts';

/** An identity in its one written form: `email:sarah@example.com`. Keys compare and sort as texts. */
export type IdentityKey = string;

/** An identity that may link. */
export interface JudgedIdentity {
  readonly key: IdentityKey;
  readonly namespace: Namespace;
}

const VALUE_CHARACTERS_MAX = 256;

/** Values that forms, tag managers and exports send when they have none; they would join strangers. */
const BLANKS: ReadonlySet<string> = new Set([
  '',
  'null',
  'undefined',
  'none',
  'nil',
  'nan',
  'n/a',
  'na',
  'anonymous',
  'guest',
  'unknown',
  'invalid',
  'not set',
  '(not set)',
  'not_set',
  'test',
  'true',
  'false',
  '0',
  '-1',
  '-',
  '[object object]',
  '00000000-0000-0000-0000-000000000000',
  '00000000000000000000000000000000000000',
]);

/** The namespaces of a workspace by name. */
export type Namespaces = ReadonlyMap<string, Namespace>;

/** Indexes the namespaces of the settings. */
export function namespacesOf(settings: Settings): Namespaces {
  return new Map(settings.namespaces.map((namespace) => [namespace.name, namespace]));
}

/**
 * The identity in its written form, or undefined when it must never link: blank, a placeholder, too long, of an unknown
 * namespace, not an e-mail address, not a telephone number.
 * @param country ISO 3166 alpha-2, for telephone numbers without a country code
 */
export function normalise(
  identity: Identity,
  namespaces: Namespaces,
  country: string,
): JudgedIdentity | undefined {
  const namespace = namespaces.get(identity.namespace);
  if (!namespace) return undefined;
  const value = written(identity.value.trim(), namespace.form, country);
  if (value === undefined || value.length > VALUE_CHARACTERS_MAX) return undefined;
  // Longest placeholder is 38 characters; most ids are longer or hold digits, so the set is rarely asked.
  if (value.length <= 38 && BLANKS.has(value.toLowerCase())) return undefined;
  return { key: `${namespace.name}:${value}`, namespace };
}

function written(value: string, form: Namespace['form'], country: string): string | undefined {
  switch (form) {
    case 'text':
      return value;
    case 'lower':
      return value.toLowerCase();
    case 'email':
      return isAddress(value) ? value.toLowerCase() : undefined;
    case 'phone':
      return telephone(value, country);
  }
}

/** E.164, when it can be somebody's: no number too short or too long, none of one digit only. */
function telephone(value: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(value, country as CountryCode);
  return number?.isValid() && !/^(\d)\1*$/.test(number.nationalNumber) ? number.number : undefined;
}

/** Something, one @, something with a dot inside; no spaces. The sender's server is the judge of the rest (RFC 5321). */
function isAddress(value: string): boolean {
  const at = value.indexOf('@');
  if (at < 1 || at !== value.lastIndexOf('@') || /\s/.test(value)) return false;
  const dot = value.lastIndexOf('.');
  return dot > at + 1 && dot < value.length - 1;
}
