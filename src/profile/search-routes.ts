import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { HIDDEN, type TypeBoxTypes } from '../core/index.ts';
import { namespaceOf } from '../identity/index.ts';
import { BRIEF, briefOf, briefRoute } from './brief.ts';
import { NAME_ATTRIBUTES } from './name.ts';
import { type Found, type SearchDeps, searchPeople } from './search.ts';

const RESULTS_MAX = 50;
const RESULTS_DEFAULT = 20;

const ResultSchema = Type.Object({
  ...BRIEF,
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
  briefRoute(app, deps);
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
  return { ...briefOf(request, person, deps), match: shownMatch(request, match) };
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
