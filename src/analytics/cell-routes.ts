import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { callerOf, mustNotAskFor, noteSeen, refusal } from '../core/index.ts';
import type { Analytics } from './analytics.ts';
import { eventsBehind } from './cell/events.ts';
import { peopleOf } from './cell/people.ts';
import { publication } from './cell/publish.ts';
import type { Asking, Question } from './question.ts';
import { orderOf } from './run/order.ts';

const tags = ['analytics'];
const LIMIT = 100;
const LIMIT_MAX = 10_000;
/** People that are entered into a list together. */
const ENTER_AT_ONCE = 500;

const Id = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' });
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: LIMIT_MAX }));
const Person = Type.Integer({ description: 'Id of a person' });

const EventView = Type.Object({
  place: Type.Integer(),
  derived: Type.Integer(),
  time: Type.Integer({ description: 'ms since the epoch' }),
  person: Person,
  session: Type.Integer(),
  name: Type.String(),
  channel: Type.String(),
  source: Type.String(),
  revenue: Type.Number(),
  currency: Type.String(),
});

/** Routes by which a number opens: the people and events behind it, and its publication as an audience. */
export function cellRoutes(app: FastifyInstance, analytics: Analytics, question: Question): void {
  if (!question.cell) return;
  const { id, query, cell } = question;
  const body = (more: object) =>
    Type.Object({ query, cell: cell.schema, ...more }, { additionalProperties: false });
  const name = (verb: string): string =>
    `${verb}-${id}`.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const opened = ({ query: asked, cell: which }: { query: unknown; cell: unknown }) =>
    cell.open(asked, which);
  type Body = {
    query: unknown;
    cell: unknown;
    limit?: number;
    after?: number & { time: number; place: number; derived: number };
  };

  app.post(
    `/api/analytics/${id}/people`,
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: name('open-people-of'),
        summary: 'The people behind a number',
        tags,
        body: body({ limit: Limit, after: Type.Optional(Person) }),
        response: {
          200: Type.Object({
            people: Type.Array(Person),
            total: Type.Integer(),
            next: Type.Optional(Person),
          }),
        },
      },
    },
    async (request, reply) => {
      mustNotAskFor(request, request.body);
      const { limit = LIMIT, after = 0, ...rest } = request.body as Body;
      const page = await once(analytics, request, reply, id, (asking) =>
        peopleOf(opened(rest), asking, limit, after),
      );
      noteSeen(request, page.people);
      return page;
    },
  );
  app.post(
    `/api/analytics/${id}/events`,
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: name('open-events-of'),
        summary: 'The events behind a number, newest first',
        tags,
        body: body({
          limit: Limit,
          after: Type.Optional(
            Type.Object(
              { time: Type.Integer(), place: Type.Integer(), derived: Type.Integer() },
              { additionalProperties: false },
            ),
          ),
        }),
        response: { 200: Type.Object({ events: Type.Array(EventView) }) },
      },
    },
    async (request, reply) => {
      mustNotAskFor(request, request.body);
      const { limit = LIMIT, after, ...rest } = request.body as Body;
      const events = await once(analytics, request, reply, id, async (asking) => ({
        events: await eventsBehind(opened(rest), asking, limit, after),
      }));
      if (events.events) {
        noteSeen(request, [...new Set(events.events.map(({ person }) => person))]);
        return events;
      }
      throw refusal(
        'analytics.no-events',
        422,
        'Behind this number are people, not single events; open its people.',
      );
    },
  );
  publishRoute(app, analytics, question, body, name('publish'));
  meaningRoute(app, analytics, question, body, name('say-meaning-of'));
}

function meaningRoute(
  app: FastifyInstance,
  analytics: Analytics,
  { id, cell }: Question,
  body: (more: object) => ReturnType<typeof Type.Object>,
  operationId: string,
): void {
  app.post(
    `/api/analytics/${id}/meaning`,
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId,
        summary: 'The people behind a number as a condition, to keep to or to break down',
        description:
          'True of exactly the same people at this moment; where the language has no words, it says why.',
        tags,
        body: body({}),
        response: {
          200: Type.Object({
            condition: Type.Optional(Type.Unsafe<unknown>({ type: 'object' })),
            because: Type.Optional(Type.String({ description: 'Why there is none' })),
          }),
        },
      },
    },
    async (request, reply) => {
      mustNotAskFor(request, request.body);
      const { query, cell: which } = request.body as { query: unknown; cell: unknown };
      return once(analytics, request, reply, id, async (asking) => {
        const meant = await publication(cell!.open(query, which), asking);
        return meant.how === 'live' ? { condition: meant.condition } : { because: meant.because };
      });
    },
  );
}

function publishRoute(
  app: FastifyInstance,
  analytics: Analytics,
  { id, cell }: Question,
  body: (more: object) => ReturnType<typeof Type.Object>,
  operationId: string,
): void {
  app.post(
    `/api/analytics/${id}/publish`,
    {
      config: { permission: 'audiences.write' },
      schema: {
        operationId,
        summary: 'Makes an audience of the people behind a number',
        description:
          'What the number means becomes a condition, live from then on and true of the same people; where the language has no words for it, a list of the people of this moment, and the answer says why. `dryRun` only says which it would be.',
        tags,
        body: body({
          audience: Id,
          name: Type.String({ minLength: 1, maxLength: 200 }),
          dryRun: Type.Optional(Type.Boolean()),
        }),
        response: {
          200: Type.Object({
            how: Type.Enum(['live', 'snapshot']),
            people: Type.Integer(),
            because: Type.Optional(Type.String({ description: 'Why it is a snapshot' })),
            condition: Type.Optional(Type.Unsafe<unknown>({ type: 'object' })),
          }),
        },
      },
    },
    async (request, reply) => {
      mustNotAskFor(request, request.body);
      const {
        audience,
        name,
        dryRun,
        query,
        cell: which,
      } = request.body as {
        audience: string;
        name: string;
        dryRun?: boolean;
        query: unknown;
        cell: unknown;
      };
      const opened = cell!.open(query, which);
      const by = callerOf(request);
      const published = await once(analytics, request, reply, id, (asking) => publication(opened, asking));
      if (dryRun) return published;
      if (published.how === 'live') {
        await analytics.define(`audience/${audience}`, { name, condition: published.condition }, by);
        return published;
      }
      await analytics.define(`audience/${audience}`, { name, list: true }, by);
      for (let after = 0, more = true; more; ) {
        const page = await once(analytics, request, reply, id, (asking) =>
          peopleOf(opened, asking, ENTER_AT_ONCE, after),
        );
        await analytics.enterList(audience, page.people);
        more = page.next !== undefined;
        after = page.next ?? 0;
      }
      return published;
    },
  );
}

/** Runs work as a question of its own, whose answer is not kept: people are read as they are. */
async function once<A extends object>(
  analytics: Analytics,
  request: FastifyRequest,
  reply: FastifyReply,
  question: string,
  work: (asking: Asking) => Promise<A>,
): Promise<A> {
  const order = await orderOf(analytics, request, reply, question);
  return (await analytics.runner.answer(order, work)).answer;
}
