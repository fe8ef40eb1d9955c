import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIPv4 } from 'node:net';
import { type Access, type Refusal, refusal } from '../core/index.ts';

/** Tells whether a host name or address can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true;
  return isIPv4(name) && name.startsWith('127.');
}

/** Who may call a route when its options do not say: what is below /api/ and the metrics belong to the operator. */
export function accessOf(url: string, configured: Access | undefined): Access {
  if (configured) return configured;
  return url === '/api' || url.startsWith('/api/') || url === '/metrics' ? 'admin' : 'open';
}

/** Judges the headers of a request to an admin route: undefined when it may pass. */
export type Guard = (headers: IncomingHttpHeaders) => Refusal | undefined;

/**
 * The guard of the admin routes. With a token, callers must bring it. Without one the server is on loopback, where every
 * program of this machine may call, but no web page: a page of another origin is refused by its Origin, and a page whose
 * name was pointed at 127.0.0.1 (DNS rebinding) by its Host.
 * Throws `config.token-missing` for an address that others can reach without a token.
 */
export function createGuard(host: string, token: string | undefined): Guard {
  if (token !== undefined) return (headers) => refuseToken(headers.authorization, digest(token));
  if (isLoopback(host)) return refuseStrangers;
  throw refusal(
    'config.token-missing',
    500,
    `Listening on ${host} needs a token: set RAPPORT_TOKEN, or listen on 127.0.0.1.`,
  );
}

function refuseToken(authorization: string | undefined, expected: Buffer): Refusal | undefined {
  const given = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (given === undefined) {
    return refusal(
      'access.token-missing',
      401,
      'This route needs the header "Authorization: Bearer <RAPPORT_TOKEN>".',
    );
  }
  // Digests have one length, so the comparison takes the same time whatever was sent.
  return timingSafeEqual(digest(given), expected)
    ? undefined
    : refusal('access.token-wrong', 401, 'The token is not the right one.');
}

function refuseStrangers(headers: IncomingHttpHeaders): Refusal | undefined {
  const host = headers.host;
  if (host === undefined || !isLoopback(host.replace(/:\d*$/, ''))) {
    return refusal(
      'access.host',
      403,
      'Without RAPPORT_TOKEN this route answers only to localhost and 127.0.0.1.',
    );
  }
  const site = headers['sec-fetch-site'];
  const isForeign =
    site === 'cross-site' ||
    site === 'same-site' ||
    (headers.origin !== undefined && hostOf(headers.origin) !== host);
  return isForeign
    ? refusal('access.origin', 403, 'Pages of another origin may not call this route.')
    : undefined;
}

function hostOf(origin: string): string | undefined {
  return /^https?:\/\/([^/]+)$/.exec(origin)?.[1];
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
