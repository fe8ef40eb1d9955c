import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
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
import { membersAsCsv, membersOf } from './members.ts';
import { type AudienceDeps, mustBeInForce, mustExist, tags } from './route-parts.ts';
import { AudienceId, AudienceParams, Explained, MemberPage } from './schemas.ts';

const MEMBERS_MAX = 1_000;
const MEMBERS_DEFAULT = 100;

/** Routes about the people in an audience: pages, all as CSV, why somebody is in. */
export function memberRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences/:id/members',
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: 'listMembers',
        summary: 'The people in an audience, a page at a time in order of their ids',
        tags,
        params: AudienceParams,
        querystring: Type.Object({
          above: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: MEMBERS_MAX })),
        }),
        response: { 200: MemberPage },
      },
    },
    async (request) => {
      mustExist(request.params.id, deps);
      const { above = 0, limit = MEMBERS_DEFAULT } = request.query;
      const members = [];
      for await (const member of membersOf(deps, request.params.id, above)) {
        members.push(member);
        noteSeen(request, [member.person]);
        if (members.length === limit) return { members, next: member.person };
      }
      return { members };
    },
  );
  routes.get(
    '/api/audiences/:id/members.csv',
    {
      config: { permission: 'people.export' },
      schema: {
        operationId: 'exportMembers',
        summary: 'All people in an audience as CSV',
        tags,
        params: AudienceParams,
        response: { 200: { content: { 'text/csv': { schema: Type.Unsafe<Readable>({ type: 'string' }) } } } },
      },
    },
    (request, reply) => {
      mustExist(request.params.id, deps);
      reply.type('text/csv; charset=utf-8');
      return Readable.from(membersAsCsv(deps, request.params.id));
    },
  );
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
  const at = deps.at();
  const lists = () => ({ list: true }) as const;
  return {
    audience: id,
    person: person.id,
    at,
    isMember: person.audiences?.[id] !== undefined,
    explanation: explain(condition, live.compiled, qualifier.mindOf(person), at, lists),
  };
}
