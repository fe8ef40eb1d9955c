import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { type Explanation, explain } from '../core/condition/index.ts';
import {
  type FieldMask,
  HIDDEN,
  hiddenFieldIn,
  noteSeen,
  refusal,
  type TypeBoxTypes,
} from '../core/index.ts';
import { standsUntil } from './dues.ts';
import { type Cursor, type MemberDeps, membersAsCsv, membersAsJsonLines, membersOf } from './members.ts';
import { type AudienceDeps, mustBeInForce, mustExist, tags } from './route-parts.ts';
import { AudienceId, AudienceParams, Explained, MemberPage } from './schemas.ts';

const MEMBERS_MAX = 1_000;
const ATTRIBUTES_MAX = 50;

const Attributes = Type.Optional(
  Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
    maxItems: ATTRIBUTES_MAX,
    description: 'Attributes to show of everybody',
  }),
);

/** Routes about the people in an audience: pages, all as CSV or JSON lines, why somebody is in. */
export function memberRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  pageRoute(app, deps);
  exportRoutes(app, deps);
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences/:id/people/:person',
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: 'explainMembership',
        summary:
          'Why somebody is in an audience or not: each part with what was found, and when it changes by itself',
        tags,
        params: Type.Object({
          id: AudienceId,
          person: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
        }),
        response: { 200: Explained },
      },
    },
    async (request) => {
      const answer = await explained(request.params.id, request.params.person, deps);
      noteSeen(request, [answer.person]);
      const mask = request.principal?.mask;
      if (!mask) return answer;
      const { condition } = mustBeInForce(answer.audience, deps);
      const hidesAll = hiddenFieldIn(condition, mask) !== undefined;
      return { ...answer, explanation: hideFound(answer.explanation, mask, hidesAll) };
    },
  );
}

function pageRoute(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences/:id/members',
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: 'listMembers',
        summary: 'The people in an audience, a page at a time',
        tags,
        params: AudienceParams,
        querystring: Type.Object(
          {
            order: Type.Union([Type.Literal('person'), Type.Literal('entered')], {
              default: 'person',
              description: 'By id, or who entered last first',
            }),
            after: Type.Optional(
              Type.String({ pattern: '^\\d{1,16}:\\d{1,16}$', description: 'The `next` of the page before' }),
            ),
            limit: Type.Integer({ minimum: 1, maximum: MEMBERS_MAX, default: 100 }),
            attribute: Attributes,
          },
          { additionalProperties: false },
        ),
        response: { 200: MemberPage },
      },
    },
    async (request) => {
      const { id } = request.params;
      mustExist(id, deps);
      const { order, after, limit, attribute = [] } = request.query;
      const members = [];
      // One more than the page says whether there is another.
      for await (const member of membersOf(
        readFor(request, deps),
        id,
        order,
        cursorOf(after),
        attribute,
        limit + 1,
      )) {
        if (members.length === limit) return { members, next: members.at(-1)!.cursor };
        members.push(member);
        noteSeen(request, [member.person]);
      }
      return { members };
    },
  );
}

/** What somebody may read of members. */
function readFor(request: FastifyRequest, deps: AudienceDeps): MemberDeps {
  const { warehouse, readPerson, settings } = deps;
  return { warehouse, readPerson, settings, mask: request.principal?.mask };
}

function cursorOf(after: string | undefined): Cursor | undefined {
  if (after === undefined) return undefined;
  const [enteredAt = 0, person = 0] = after.split(':').map(Number);
  return { enteredAt, person };
}

function exportRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const formats = [
    ['csv', 'exportMembers', 'CSV', 'text/csv', membersAsCsv],
    ['jsonl', 'exportMembersAsJsonLines', 'lines of JSON', 'application/x-ndjson', membersAsJsonLines],
  ] as const;
  for (const [ending, operationId, words, type, lines] of formats)
    routes.get(
      `/api/audiences/:id/members.${ending}`,
      {
        config: { permission: 'people.export' },
        schema: {
          operationId,
          summary: `All people in an audience as ${words}, however many`,
          tags,
          params: AudienceParams,
          querystring: Type.Object({ attribute: Attributes }, { additionalProperties: false }),
          response: { 200: { content: { [type]: { schema: Type.Unsafe<Readable>({ type: 'string' }) } } } },
        },
      },
      (request, reply) => {
        const { id } = request.params as { id: string };
        mustExist(id, deps);
        reply.type(`${type}; charset=utf-8`);
        const { attribute = [] } = request.query as { attribute?: string[] };
        return Readable.from(lines(readFor(request, deps), id, attribute));
      },
    );
}

/** Values that were found may be personal data: a condition on a hidden field shows none, others none that look like one. */
function hideFound(explanation: Explanation, mask: FieldMask, hidesAll: boolean): Explanation {
  const { found, parts } = explanation;
  const value = found?.kind === 'value' ? found.value : undefined;
  const shown = hidesAll ? HIDDEN : mask.json(value ?? null);
  return {
    ...explanation,
    found: found?.kind === 'value' && value !== undefined ? { kind: 'value', value: shown } : found,
    parts: parts.map((part) => hideFound(part, mask, hidesAll)),
  };
}

async function explained(id: string, personId: number, deps: AudienceDeps) {
  const { condition } = mustBeInForce(id, deps);
  const person = await deps.readPerson(personId);
  if (!person)
    throw refusal('person.unknown', 404, `There is no person ${personId}.`, { detail: { person: personId } });
  const qualifier = deps.qualifier();
  const live = qualifier.current.audiences.get(id);
  if (!live)
    throw refusal('audience.not-live', 409, 'The audience is paused: nobody enters or leaves it.', {
      detail: { id },
    });
  const at = standsUntil(person, deps.at());
  const lists = () => ({ list: true }) as const;
  return {
    audience: id,
    person: person.id,
    at,
    isMember: person.audiences?.[id] !== undefined,
    explanation: explain(condition, live.compiled, qualifier.mindOf(person), at, lists),
  };
}
