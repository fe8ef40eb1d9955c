import { isIPv4 } from 'node:net';
import type { FastifyRequest } from 'fastify';
import { type Refusal, refusal } from '../core/index.ts';

/** Tells whether a host name or address can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1') return true;
  return isIPv4(name) && name.startsWith('127.');
}

/** Set by reverse proxies; who comes through one does not come from this machine. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Judges a request to a server that nobody has claimed, on loopback: programs of this machine may call, but no web page.
 * A page of another origin is refused by its Origin, a page whose name was pointed at 127.0.0.1 (DNS rebinding) by its
 * Host, and our own page must sign in.
 */
export function refuseStrangers({ headers }: FastifyRequest): Refusal | undefined {
  const host = headers.host;
  const isNear = host !== undefined && isLoopback(host.replace(/:\d*$/, ''));
  if (!isNear || FORWARDED.some((name) => headers[name] !== undefined)) {
    return refusal(
      'access.host',
      403,
      'Until Rapport is claimed, this route answers only programs of this machine that call localhost or 127.0.0.1.',
    );
  }
  const site = headers['sec-fetch-site'];
  const isForeign =
    site === 'cross-site' ||
    site === 'same-site' ||
    (headers.origin !== undefined && hostOf(headers.origin) !== host);
  if (isForeign) return refusal('access.origin', 403, 'Pages of another origin may not call this route.');
  return site === 'same-origin'
    ? refusal(
        'access.unclaimed',
        401,
        'Nobody has claimed this Rapport; open the link that its start printed.',
      )
    : undefined;
}

/** Pages that send it show that they may send headers of their own, which other origins may not. */
export const PAGE_HEADER = 'x-rapport';

/**
 * Judges a request that a cookie vouches for: browsers send cookies along with what other pages make them send.
 * The cookie is SameSite already; this is the second lock.
 */
export function refuseForged(request: FastifyRequest, publicUrl: string | undefined): Refusal | undefined {
  const { headers, method } = request;
  const site = headers['sec-fetch-site'];
  const isRead = method === 'GET' || method === 'HEAD';
  const isOwn =
    site === undefined
      ? headers.origin === undefined || isOwnOrigin(headers.origin, request, publicUrl)
      : site === 'same-origin' || (site === 'none' && isRead);
  if (!isOwn) return refusal('access.origin', 403, 'Pages of another origin may not call this route.');
  if (isRead || headers[PAGE_HEADER] !== undefined) return undefined;
  return refusal(
    'access.page-header',
    403,
    'With a session, a call that changes something needs the header X-Rapport (any value).',
  );
}

function isOwnOrigin(origin: string, request: FastifyRequest, publicUrl: string | undefined): boolean {
  return hostOf(origin) === request.host || (publicUrl !== undefined && origin === new URL(publicUrl).origin);
}

function hostOf(origin: string): string | undefined {
  return /^https?:\/\/([^/]+)$/.exec(origin)?.[1];
}
