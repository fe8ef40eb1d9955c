import { isObject, refusal } from '../core/index.ts';
import type { Source, SourceBook } from './source.ts';

/** No write key is longer. */
const KEY_CHARACTERS_MAX = 200;

/**
 * The write key that a request carries outside its body: `Authorization: Basic base64(writeKey:)` (Segment, RudderStack),
 * `Authorization: Bearer writeKey`, or `?writeKey=` (beacons cannot set headers). Undefined when it carries none.
 */
export function keyOfRequest(authorization: string | undefined, queryKey: unknown): string | undefined {
  if (authorization === undefined)
    return typeof queryKey === 'string' && queryKey !== '' ? queryKey : undefined;
  const space = authorization.indexOf(' ');
  const scheme = authorization.slice(0, space).toLowerCase();
  const value = authorization.slice(space + 1).trim();
  if (scheme === 'bearer') return value;
  if (scheme !== 'basic') return authorization.trim();
  const pair = Buffer.from(value, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? pair : pair.slice(0, colon);
}

/** The write key in a body: of the batch, or of its first member. */
export function keyOfBody(body: unknown): string | undefined {
  if (!isObject(body)) return undefined;
  if (typeof body['writeKey'] === 'string') return body['writeKey'];
  const batch: unknown = body['batch'];
  const first: unknown = Array.isArray(batch) ? batch[0] : undefined;
  return isObject(first) && typeof first['writeKey'] === 'string' ? first['writeKey'] : undefined;
}

/** The source that a write key belongs to. Refusals: `source.no-key`, `source.unknown-key`, `source.disabled` (all 401). */
export function sourceOf(book: SourceBook, key: string | undefined): Source {
  if (key === undefined || key === '') {
    throw refusal(
      'source.no-key',
      401,
      'The request has no write key: send it as the user name of Basic authentication.',
    );
  }
  const source = key.length <= KEY_CHARACTERS_MAX ? book.byWriteKey(key) : undefined;
  if (!source) throw refusal('source.unknown-key', 401, 'No source has this write key.');
  if (!source.enabled) {
    throw refusal('source.disabled', 401, 'The source of this write key is switched off.', {
      detail: { source: source.id },
    });
  }
  return source;
}
