import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { noteChange, Refusal, type TypeBoxTypes } from '../core/index.ts';
import { type Access, principalOf, SESSION_COOKIE } from './access.ts';
import { enterFromElsewhere } from './elsewhere.ts';
import { mustNotHurry } from './own-session-routes.ts';
import type { Provider } from './provider.ts';
import { SESSION_SECONDS } from './sessions.ts';

const tags = ['session'];
const START = '/api/session/elsewhere';
const CALLBACK = `${START}/callback`;
const JOURNEY_COOKIE = 'journey';
const JOURNEY_SECONDS = 600;
const QUERY_CHARACTERS_MAX = 8_000;
const Elsewhere = { 302: Type.Null({ description: 'On to another page' }) };

/** Signing in at an identity provider: there and back. */
export function providerRoutes(app: FastifyInstance, access: Access, provider: Provider): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    START,
    {
      config: { permission: 'open' },
      schema: {
        operationId: 'signInElsewhere',
        summary: 'Go to the identity provider; for browsers',
        tags,
        querystring: Type.Object({
          to: Type.String({ default: '/', maxLength: 2_000, description: 'Where to go afterwards' }),
        }),
        response: Elsewhere,
      },
    },
    async (request, reply) => {
      mustNotHurry(access, request);
      const origin = access.publicUrl ?? `${request.protocol}://${request.host}`;
      const { url, key } = await provider.leave(`${origin}${CALLBACK}`, ownPath(request.query.to));
      access.cookies.set(request, reply, JOURNEY_COOKIE, key, { seconds: JOURNEY_SECONDS });
      return reply.header('cache-control', 'no-store').redirect(url, 302);
    },
  );
  routes.get(
    CALLBACK,
    {
      config: { permission: 'open', audit: 'change' },
      schema: {
        operationId: 'arriveFromElsewhere',
        summary: 'Come back from the identity provider; for browsers',
        tags,
        response: Elsewhere,
      },
    },
    async (request, reply) => {
      mustNotHurry(access, request);
      noteChange(request, provider.title);
      const key = access.cookies.read(request, JOURNEY_COOKIE) ?? '';
      const query = request.url.slice(request.url.indexOf('?') + 1, QUERY_CHARACTERS_MAX);
      access.cookies.set(request, reply, JOURNEY_COOKIE, '', { seconds: 0 });
      reply.header('cache-control', 'no-store');
      try {
        const { identity, to } = await provider.arrive(key, query);
        const place = { address: request.ip, device: request.headers['user-agent'] ?? '' };
        const secret = await enterFromElsewhere(identity, place, access);
        access.cookies.set(request, reply, SESSION_COOKIE, secret, { seconds: SESSION_SECONDS });
        request.principal = principalOf(access.sessions.find(secret));
        return reply.redirect(to, 302);
      } catch (error) {
        // A browser came here, so the answer is a page, which says what happened.
        if (!(error instanceof Refusal)) throw error;
        request.log.warn({ err: error }, 'somebody was not let in from the identity provider');
        noteChange(request, `${provider.title}: ${error.code}`);
        return reply.redirect(`/?problem=${encodeURIComponent(error.code)}`, 302);
      }
    },
  );
}

/** A path of our own: what begins with two slashes leads to another host, and browsers read backslashes as slashes. */
function ownPath(to: string): string {
  return /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/';
}
