import type { FastifyInstance } from 'fastify';

/** Knows the routes of an instance by path, to tell a wrong method (405) from an unknown path (404). */
export interface MethodTable {
  /** The methods that the path of this URL takes; empty when there is no such path. */
  allowed(url: string): string[];
}

/** Records every route that is added to the instance from now on. */
export function recordMethods(app: FastifyInstance): MethodTable {
  const routes: { readonly method: string; readonly path: RegExp }[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) routes.push({ method: each, path: toPattern(url) });
  });
  return {
    allowed(url) {
      const path = url.split('?', 1)[0] ?? '';
      return [...new Set(routes.filter((route) => route.path.test(path)).map((route) => route.method))];
    },
  };
}

/** A route such as `/people/:id/*` as a pattern. Names take one segment; their own patterns are not looked at. */
function toPattern(url: string): RegExp {
  const parts = url.split('/').map((segment) => {
    if (segment.startsWith(':')) return '[^/]+';
    return segment.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
