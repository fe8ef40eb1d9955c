import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { type Condition, explain, parseCondition } from '../core/condition/index.ts';
import { type Clock, refusal, type Settings, type TypeBoxTypes } from '../core/index.ts';
import type { Define } from '../definition/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';
import type { Profile } from '../profile/index.ts';
import { type ViewDeps, viewAll, viewOne } from './audience-views.ts';
import { AUDIENCE_KEY, resolved } from './document.ts';
import { membersAsCsv, membersOf } from './members.ts';
import { estimate, movesByDay, overlap } from './reports.ts';
import {
  AudienceDetail,
  AudienceId,
  AudienceParams,
  AudienceView,
  ConditionDocument,
  EstimateView,
  Explained,
  HistoryView,
  MemberPage,
  OverlapView,
} from './schemas.ts';

/** What the routes of audiences work with. */
export interface AudienceDeps extends ViewDeps {
  readonly warehouse: Warehouse;
  readonly clock: Clock;
  readonly define: Define;
  settings(): Settings;
  /** The time of the log (ms). */
  at(): number;
  readonly readPerson: (id: number) => Promise<Profile | undefined>;
}

const tags = ['audiences'];
const MEMBERS_MAX = 1_000;
const MEMBERS_DEFAULT = 100;
const DAY_MS = 86_400_000;
const DAYS_MAX = 1_000;
const DAYS_DEFAULT = 90;

/** Routes about audiences: list, read, set up, members, size over time, overlap, estimates, why somebody is in. */
export function audienceRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  readRoutes(app, deps);
  memberRoutes(app, deps);
  questionRoutes(app, deps);
}

function readRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences',
    {
      schema: {
        operationId: 'listAudiences',
        summary: 'All audiences: size, how they are evaluated, what they cost, what is under way',
        tags,
        response: { 200: Type.Object({ audiences: Type.Array(AudienceView) }) },
      },
    },
    () => ({ audiences: viewAll(deps) }),
  );
  routes.get(
    '/api/audiences/:id',
    {
      schema: {
        operationId: 'readAudience',
        summary: 'An audience with its condition',
        tags,
        params: AudienceParams,
        response: { 200: AudienceDetail },
      },
    },
    (request) => detail(request.params.id, deps),
  );
  routes.put(
    '/api/audiences/:id',
    {
      schema: {
        operationId: 'defineAudience',
        summary: 'Set an audience up, or a new version of it; who matches enters once the past is read',
        tags,
        params: AudienceParams,
        body: Type.Object(
          {
            name: Type.String({ minLength: 1, maxLength: 200 }),
            condition: ConditionDocument,
          },
          { additionalProperties: false },
        ),
        response: { 200: AudienceDetail },
      },
    },
    async (request) => {
      const { id } = request.params;
      const condition = checked(request.body.condition, deps, id);
      await deps.define(`${AUDIENCE_KEY}${id}`, { name: request.body.name, condition }, 'api');
      return detail(id, deps);
    },
  );
}

function memberRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences/:id/members',
    {
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
        if (members.length === limit) return { members, next: member.person };
      }
      return { members };
    },
  );
  routes.get(
    '/api/audiences/:id/members.csv',
    {
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
    async (request) => explained(request.params.id, request.params.person, deps),
  );
}

function questionRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences/:id/history',
    {
      schema: {
        operationId: 'readAudienceHistory',
        summary: 'Entries, exits and size of an audience by day',
        tags,
        params: AudienceParams,
        querystring: Type.Object({
          days: Type.Optional(Type.Integer({ minimum: 1, maximum: DAYS_MAX })),
        }),
        response: { 200: HistoryView },
      },
    },
    async (request) => {
      const { id } = request.params;
      mustExist(id, deps);
      const since = deps.clock.now() - (request.query.days ?? DAYS_DEFAULT) * DAY_MS;
      const moves = await movesByDay(deps.warehouse, id, since, deps.settings().timeZone);
      // The size now is exact; those before follow from it, going back day by day.
      let size = deps.book.sizes.get(id) ?? 0;
      const days = moves.reverse().map((day) => {
        const at = { ...day, size };
        size -= day.entered + day.backFilled - day.left;
        return at;
      });
      return { days: days.reverse() };
    },
  );
  routes.post(
    '/api/audiences/estimate',
    {
      schema: {
        operationId: 'estimateAudience',
        summary: 'How many people a condition is true of now, and some of them',
        tags,
        body: Type.Object({ condition: ConditionDocument }, { additionalProperties: false }),
        response: { 200: EstimateView },
      },
    },
    async (request) => {
      const condition = whole(checked(request.body.condition, deps), deps);
      return estimate(deps.warehouse, condition, deps.clock.now(), precedence(deps));
    },
  );
  routes.get(
    '/api/audiences/overlap',
    {
      schema: {
        operationId: 'overlapAudiences',
        summary: 'How many people are in each combination of two or three audiences',
        tags,
        querystring: Type.Object({
          id: Type.Array(AudienceId, { minItems: 2, maxItems: 3, uniqueItems: true }),
        }),
        response: { 200: OverlapView },
      },
    },
    async (request) => {
      const ids = request.query.id;
      const conditions = ids.map((id) => mustBeInForce(id, deps).condition);
      const parts = await overlap(deps.warehouse, conditions, deps.clock.now(), precedence(deps));
      return {
        parts: parts.map(({ mask, people }) => ({
          audiences: ids.filter((_, i) => (mask & (2 ** i)) !== 0),
          people,
        })),
      };
    },
  );
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

function detail(id: string, deps: AudienceDeps) {
  const view = mustExist(id, deps);
  return { ...view, condition: deps.book.documents.get(id)?.condition ?? null };
}

function mustExist(id: string, deps: AudienceDeps) {
  const view = viewOne(id, deps);
  if (!view) throw refusal('audience.unknown', 404, `There is no audience ${id}.`, { detail: { id } });
  return view;
}

function mustBeInForce(id: string, deps: AudienceDeps) {
  mustExist(id, deps);
  const rule = deps.book.audiences.get(id)?.inForce;
  if (!rule)
    throw refusal(
      'audience.not-complete',
      409,
      'The audience is not in force yet; wait until its past is read.',
      {
        detail: { id },
      },
    );
  return rule;
}

/** The condition of a request, or the refusal that says what is wrong with it and where. */
function checked(document: unknown, deps: AudienceDeps, audience?: string): Condition {
  const audiences = (id: string) => {
    const known = deps.book.documents.get(id);
    if (known?.list) return { list: true } as const;
    return known?.condition ? { condition: known.condition } : undefined;
  };
  return parseCondition(document, { audiences, ...(audience === undefined ? {} : { audience }) });
}

/** The condition with those of the audiences that it names in their place. */
function whole(condition: Condition, deps: AudienceDeps): Condition {
  const document = { id: '', name: '', state: 'draft', version: 0, condition } as const;
  const found = resolved(document, (id) => deps.book.documents.get(id));
  if ('unevaluable' in found)
    throw refusal('audience.not-evaluable', 422, `The condition cannot be evaluated: ${found.unevaluable}.`);
  return found;
}

function precedence(deps: AudienceDeps): readonly string[] | undefined {
  const { attributePolicy } = deps.settings();
  return attributePolicy.kind === 'source-precedence' ? attributePolicy.sources : undefined;
}
