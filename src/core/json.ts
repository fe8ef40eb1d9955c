/** A JSON value as it comes over a wire: the shape of everything a client may send. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object. Reading a key that is absent gives undefined. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Tells whether a JSON value is an object (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The object's own value of a key that came from outside. Plain indexing would find `constructor` and the like on the
 * prototype.
 */
export function own<T>(object: { readonly [key: string]: T }, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * An object with the keys of both; where both have one, that of `over` counts. Not by spreading, which V8 answers with a hidden class
 * of its own for every object that gets more keys: whatever reads such objects afterwards is slow.
 */
export function overlay(under: JsonObject, over: JsonObject): JsonObject {
  // Assigning to that key would change what the object is, not what it holds.
  if (Object.hasOwn(under, '__proto__') || Object.hasOwn(over, '__proto__')) return { ...under, ...over };
  return Object.assign({}, under, over);
}

/** A key as JSON pointers (RFC 6901) write it. */
export function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
