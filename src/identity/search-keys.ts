import { type CountryCode, getCountryCallingCode } from 'libphonenumber-js/min';
import type { Namespace } from '../core/index.ts';
import { type IdentityKey, type Namespaces, normalise } from './normalise.ts';

/** Two letters name half of a town. */
const PREFIX_CHARACTERS_MIN = 3;
const TELEPHONE = /^\+?[\d\s()/.-]+$/;

/** Every identity that a text can be in whole, in the order of their namespaces; `namespace:value` names one. */
export function exactKeys(text: string, namespaces: Namespaces, country: string): IdentityKey[] {
  const colon = text.indexOf(':');
  const named = colon > 0 ? namespaces.get(text.slice(0, colon)) : undefined;
  const value = named ? text.slice(colon + 1) : text;
  const keys = (named ? [named] : inOrder(namespaces)).map(
    ({ name }) => normalise({ namespace: name, value }, namespaces, country)?.key,
  );
  return keys.filter((key) => key !== undefined);
}

/** What identities of people begin with when the text is their beginning; none for a text that is too short. */
export function keyPrefixes(text: string, namespaces: Namespaces, country: string): string[] {
  const value = text.trim();
  if (value.length < PREFIX_CHARACTERS_MIN) return [];
  return inOrder(namespaces)
    .filter(({ subject }) => subject === 'person')
    .map((namespace) => {
      const beginning = beginningOf(value, namespace.form, country);
      return beginning === undefined ? undefined : `${namespace.name}:${beginning}`;
    })
    .filter((prefix) => prefix !== undefined);
}

function beginningOf(value: string, form: Namespace['form'], country: string): string | undefined {
  if (form === 'phone') return TELEPHONE.test(value) ? telephoneBeginning(value, country) : undefined;
  return form === 'text' ? value : value.toLowerCase();
}

/** The beginning of a number in E.164: `0171 1` in Germany is +491711, `0044 79` is +4479. */
function telephoneBeginning(value: string, country: string): string | undefined {
  const digits = value.replaceAll(/\D/g, '');
  if (digits.length < PREFIX_CHARACTERS_MIN) return undefined;
  if (value.startsWith('+')) return `+${digits}`;
  if (digits.startsWith('00')) return `+${digits.slice(2)}`;
  return `+${getCountryCallingCode(country as CountryCode)}${digits.replace(/^0/, '')}`;
}

function inOrder(namespaces: Namespaces): Namespace[] {
  return [...namespaces.values()].sort((a, b) => a.priority - b.priority);
}
