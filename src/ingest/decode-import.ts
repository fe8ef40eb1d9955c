import { isObject } from '../core/index.ts';
import { decodeNative } from './decode-native.ts';
import type { CollectedHeader, Decoded } from './decoded.ts';

/**
 * Decodes a record of imported history: `{ events: […] }` as in the native protocol. Files have no sending clock: the
 * times in them are taken as they are, and a sentAt has no meaning.
 */
export function decodeImport(header: CollectedHeader, position: number, body: unknown): Decoded {
  return decodeNative(header, position, isObject(body) ? { events: body['events'] } : body);
}
