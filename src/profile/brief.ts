import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import type { TypeBoxTypes } from '../core/index.ts';
import type { Profile } from './fragment.ts';
import { nameOf } from './name.ts';
import type { ProfileView } from './schemas.ts';
import type { SearchDeps } from './search.ts';
import { showPerson } from './show.ts';
import { viewOf } from './view.ts';

/** As many as a list shows at once. */
const PEOPLE_MAX = 200;

/** What lists say of a person. */
export const BRIEF = {
  id: Type.Integer(),
  name: Type.Union([Type.String(), Type.Null()]),
  known: Type.Boolean(),
  email: Type.Union([Type.String(), Type.Null()]),
  phone: Type.Union([Type.String(), Type.Null()]),
  identityCount: Type.Integer(),
  orderCount: Type.Integer(),
  revenue: Type.Record(Type.String(), Type.Number(), { description: 'Net of refunds, by currency' }),
  lastSeen: Type.Union([Type.Integer({ description: 'ms since the epoch' }), Type.Null()]),
} as const;
const BriefSchema = Type.Object(BRIEF);

/** A person in short, as the caller may see her; the audit is told whom he saw. */
export function briefOf(
  request: FastifyRequest,
  person: Profile,
  { settings, rules }: Pick<SearchDeps, 'settings' | 'rules'>,
): Static<typeof BriefSchema> {
  const view = showPerson(request, viewOf(person, settings(), rules().namespaces));
  return {
    id: view.id,
    name: nameOf((attribute) => view.attributes[attribute]?.value) ?? null,
    known: view.known,
    email: newest(view, 'email'),
    phone: newest(view, 'phone'),
    identityCount: view.identities.length,
    orderCount: view.purchases.count,
    revenue: view.purchases.revenue,
    lastSeen: view.events.last,
  };
}

/** `POST /api/people/brief`: people in short by their ids, for lists that know ids alone. */
export function briefRoute(app: FastifyInstance, deps: SearchDeps): void {
  app.withTypeProvider<TypeBoxTypes>().post(
    '/api/people/brief',
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: 'readPeopleInShort',
        summary: 'People in short by their ids, in that order; whoever is not there any more is left out',
        tags: ['people'],
        body: Type.Object(
          { ids: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: PEOPLE_MAX }) },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ people: Type.Array(BriefSchema) }) },
      },
    },
    async (request) => {
      const found = await Promise.all(request.body.ids.map((id) => deps.readPerson(id)));
      return {
        people: found.flatMap((person) => (person ? [briefOf(request, person, deps)] : [])),
      };
    },
  );
}

function newest({ identities }: ProfileView, namespace: string): string | null {
  const own = identities.filter((identity) => identity.namespace === namespace);
  return own.sort((a, b) => b.last - a.last)[0]?.value ?? null;
}
