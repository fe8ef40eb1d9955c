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
