import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where a cookie is valid, and for how long (s); 0 takes it away. */
interface CookieOptions {
  readonly seconds: number;
}

/** Cookies of one server. Browsers send them to every port of a host, so two servers of a machine need two names. */
export interface Cookies {
  read(request: FastifyRequest, name: string): string | undefined;
  set(
    request: FastifyRequest,
    reply: FastifyReply,
    name: string,
    value: string,
    options: CookieOptions,
  ): void;
}

/**
 * Makes the cookies: HttpOnly, SameSite=Lax, and over HTTPS Secure with the prefix `__Host-`, which no other host can set.
 * @param publicUrl where browsers reach us, when that is not what their requests say
 */
export function createCookies(publicUrl: string | undefined): Cookies {
  const isSecure = (request: FastifyRequest): boolean =>
    publicUrl === undefined ? request.protocol === 'https' : publicUrl.startsWith('https:');
  const nameOf = (request: FastifyRequest, name: string): string =>
    isSecure(request) ? `__Host-rapport-${name}` : `rapport-${request.socket.localPort ?? 0}-${name}`;
  return {
    read(request, name) {
      const wanted = `${nameOf(request, name)}=`;
      const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
      return pairs.find((pair) => pair.startsWith(wanted))?.slice(wanted.length);
    },
    set(request, reply, name, value, { seconds }) {
      const secure = isSecure(request) ? '; Secure' : '';
      const cookie = `${nameOf(request, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
      reply.header('set-cookie', cookie);
    },
  };
}
