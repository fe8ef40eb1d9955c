import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { HIDDEN, type TypeBoxTypes } from '../core/index.ts';
import { namespaceOf } from '../identity/index.ts';
import { NAME_ATTRIBUTES, nameOf } from './name.ts';
import type { ProfileView } from './schemas.ts';
import { type Found, type SearchDeps, searchPeople } from './search.ts';
import { showPerson } from './show.ts';
import { viewOf } from './view.ts';

const RESULTS_MAX = 50;
const RESULTS_DEFAULT = 20;

const Nullable = Type.Union([Type.Integer({ description: 'ms since the epoch' }), Type.Null()]);
const ResultSchema = Type.Object({
  id: Type.Integer(),
  name: Type.Union([Type.String(), Type.Null()]),
  known: Type.Boolean(),
  email: Type.Union([Type.String(), Type.Null()]),
  phone: Type.Union([Type.String(), Type.Null()]),
  identityCount: Type.Integer(),
  orderCount: Type.Integer(),
  revenue: Type.Record(Type.String(), Type.Number(), { description: 'Net of refunds, by currency' }),
  lastSeen: Nullable,
  match: Type.Object(
    {
      kind: Type.Union([
        Type.Literal('identity'),
        Type.Literal('prefix'),
        Type.Literal('name'),
        Type.Literal('person'),
      ]),
      value: Type.String({ description: 'The identity (namespace:value) or the name that matched' }),
    },
    { description: 'Why she was found' },
  ),
});

/** `POST /api/people/search`. The text is in the body, because it is somebody's name or number and addresses are logged. */
export function searchRoutes(app: FastifyInstance, deps: SearchDeps): void {
  app.withTypeProvider<TypeBoxTypes>().post(
    '/api/people/search',
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: 'searchPeople',
        summary: 'People by any identity, its beginning, or a name; exact identities first, with the reason',
        tags: ['people'],
        body: Type.Object(
          {
            text: Type.String({ minLength: 1, maxLength: 300 }),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: RESULTS_MAX })),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ people: Type.Array(ResultSchema) }) },
      },
    },
    async (request) => {
      const { text, limit = RESULTS_DEFAULT } = request.body;
      const found = await searchPeople(text, limit, deps);
      const shown = found.filter(({ match }) => !isHidden(request, match));
      return { people: shown.map((each) => resultOf(request, each, deps)) };
    },
  );
}

/** A result as the caller may see it; the audit is told whom he saw. */
function resultOf(
  request: FastifyRequest,
  { person, match }: Found,
  deps: SearchDeps,
): Static<typeof ResultSchema> {
  const view = showPerson(request, viewOf(person, deps.settings(), deps.rules().namespaces));
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
    match: shownMatch(request, match),
  };
}

/** Beginnings of a hidden identity, typed one letter after the other, would spell it out. */
function isHidden({ principal }: FastifyRequest, match: Found['match']): boolean {
  const isIdentity = match.kind !== 'person' && match.kind !== 'name';
  return isIdentity && principal?.mask?.hidesNamespace(namespaceOf(match.value)) === true;
}

/** The name that matched was typed by the caller, but the whole of it may be more than he may see. */
function shownMatch({ principal }: FastifyRequest, match: Found['match']): Found['match'] {
  const isHiddenName =
    match.kind === 'name' && NAME_ATTRIBUTES.some((attribute) => principal?.mask?.hidesField(attribute));
  return isHiddenName ? { ...match, value: HIDDEN } : match;
}

function newest({ identities }: ProfileView, namespace: string): string | null {
  const own = identities.filter((identity) => identity.namespace === namespace);
  return own.sort((a, b) => b.last - a.last)[0]?.value ?? null;
}
