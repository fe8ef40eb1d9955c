import { isObject, type Json, type JsonObject, pointerPart } from './json.ts';
import { refusal } from './refusal.ts';

/** What stands in place of a value that somebody may not read. */
export const HIDDEN = '•••';

/** Which namespaces of identities and which fields of attributes, properties and context somebody may not read. */
export interface Hidden {
  readonly namespaces: readonly string[];
  /** Names of fields, at any depth; case, `_` and `-` do not matter. */
  readonly fields: readonly string[];
}

/** Takes out of answers what somebody may not read. Pure. */
export interface FieldMask {
  hidesNamespace(namespace: string): boolean;
  hidesField(name: string): boolean;
  /** A value without what is hidden: fields by their name, and in all texts what looks like a hidden address or number. */
  json(value: Json): Json;
  /** A text without what looks like a hidden address or number. */
  text(text: string): string;
}

/** Deeper than any event that is taken. */
const DEPTH_MAX = 64;
/** Addresses as they stand in texts and, with %40, in URLs. */
const EMAIL = /[^\s@"'<>,;:()/?=&%]+(?:@|%40)[^\s@"'<>,;:()/?=&%]+\.[a-z]{2,}/gi;
/** International numbers; national ones cannot be told from other digits. */
const PHONE = /(?:\+|%2B|\b00)[1-9](?:[\s().-]{0,2}\d){6,14}\b/g;

/** Makes a mask; undefined when nothing is hidden. */
export function createMask({ namespaces, fields }: Hidden): FieldMask | undefined {
  if (namespaces.length === 0 && fields.length === 0) return undefined;
  const hiddenNamespaces = new Set(namespaces);
  const hiddenFields = new Set(fields.map(plain));
  const hides = (name: string): boolean => hiddenNamespaces.has(name) || hiddenFields.has(name);
  const patterns = [...(hides('email') ? [EMAIL] : []), ...(hides('phone') ? [PHONE] : [])];
  const text = (given: string): string =>
    patterns.reduce((masked, pattern) => masked.replace(pattern, HIDDEN), given);
  const hidesField = (name: string): boolean => hiddenFields.has(plain(name));
  const walk = (value: Json, depth: number): Json => {
    if (typeof value === 'string') return text(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > DEPTH_MAX) return HIDDEN;
    if (!isObject(value)) return (value as readonly Json[]).map((each) => walk(each, depth + 1));
    const entries = Object.entries(value as JsonObject).map(([name, each]) => [
      name,
      hidesField(name) && each !== null ? HIDDEN : walk(each ?? null, depth + 1),
    ]);
    return Object.fromEntries(entries) as JsonObject;
  };
  return {
    hidesNamespace: (namespace) => hiddenNamespaces.has(namespace),
    hidesField,
    json: (value) => walk(value, 0),
    text,
  };
}

/** Keys under which conditions name a field of people or events. */
const NAMING = new Set(['attribute', 'property', 'context']);
/** How questions name one: `property:coupon`. */
const NAMED = /^(?:attribute|property|context):(.+)$/;

/** A field that a document names, as a path of keys joined by dots, and the JSON pointer to where it does. */
interface NamedField {
  readonly path: string;
  readonly pointer: string;
}

/** The fields of people and events that conditions, or questions that hold some, name wherever they stand in a document. */
export function* fieldsNamedIn(value: unknown, pointer = '', depth = 0): Generator<NamedField> {
  if (typeof value === 'string') {
    const path = NAMED.exec(value)?.[1];
    if (path !== undefined) yield { path, pointer };
  }
  if (typeof value !== 'object' || value === null || depth > DEPTH_MAX) return;
  for (const [key, part] of Object.entries(value)) {
    const at = `${pointer}/${pointerPart(key)}`;
    const path = NAMING.has(key) ? [part].flat().filter((each) => typeof each === 'string') : [];
    if (path.length > 0) yield { path: path.join('.'), pointer: at };
    yield* fieldsNamedIn(part, at, depth + 1);
  }
}

/**
 * The first hidden field that a condition (or a question that holds one) names, wherever it stands; undefined when there is
 * none. Who may not read a field must not find it out by asking how many have which value.
 */
export function hiddenFieldIn(document: unknown, mask: Pick<FieldMask, 'hidesField'>): string | undefined {
  for (const { path } of fieldsNamedIn(document)) {
    const found = path.split('.').find(mask.hidesField);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Refuses a document that names a hidden field, if any are hidden: `access.hidden-field` (403). */
export function mustBeVisible(document: unknown, mask: FieldMask | undefined): void {
  const field = mask && hiddenFieldIn(document, mask);
  if (field === undefined) return;
  throw refusal('access.hidden-field', 403, `The field ${field} is hidden from your role.`, {
    detail: { field },
  });
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_-]/g, '');
}
