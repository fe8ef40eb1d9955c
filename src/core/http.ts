import type { FastifyTypeProvider } from 'fastify';
import type { Static, TSchema } from 'typebox';

/**
 * Makes Fastify take the types of a route from its TypeBox schemas: `app.withTypeProvider<TypeBoxTypes>()` gives an
 * instance on which `request.body`, `request.query` and `request.params` are `Static<typeof theSchema>`, and on which
 * the answer of the handler must fit the response schema.
 */
export interface TypeBoxTypes extends FastifyTypeProvider {
  readonly validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
  readonly serializer: this['schema'] extends TSchema ? Static<this['schema']> : unknown;
}

/**
 * Who may call a route. `admin`: whoever runs Rapport (the rule of everything below `/api/` that says nothing else).
 * `collect`: any client; the route checks a write key itself. `open`: anyone.
 */
export type Access = 'admin' | 'collect' | 'open';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `config: { access: 'collect' }` in the options of a route. */
    access?: Access;
  }
}
