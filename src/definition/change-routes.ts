import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { callerOf, mustNotAskFor, refusal, type TypeBoxTypes } from '../core/index.ts';
import type { Desk, Order } from './desk.ts';
import { mustMayChange } from './may-change.ts';
import { PreflightSchema } from './preflight.ts';
import { type Head, HeadSchema } from './revision.ts';

const tags = ['definitions'];
const closed = { additionalProperties: false } as const;
const Params = Type.Object({
  kind: Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}$' }),
  id: Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' }),
});
const Document = Type.Unknown({ description: 'A document of the kind; see /api/definition-kinds' });
const Note = Type.Optional(Type.String({ maxLength: 1_000, description: 'Why; kept with the version' }));
const Force = Type.Optional(
  Type.Boolean({ description: 'Go on though live definitions that build on it will be paused' }),
);
const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      description:
        'The version that was looked at, in quotation marks; * for any. Without it there must be no such definition yet.',
    }),
  ),
});
const response = { 200: HeadSchema };

/** The routes that change a definition; each wants the version that its author looked at. */
export function changeRoutes(app: FastifyInstance, { desk }: { readonly desk: Desk }): void {
  draftRoutes(app, desk);
  publishRoutes(app, desk);
  const routes = app.withTypeProvider<TypeBoxTypes>();
  for (const [action, operationId, summary] of [
    ['pause', 'pauseDefinition', 'Set a live definition aside; publishing takes it back'],
    ['archive', 'archiveDefinition', 'Take a definition out of use; its versions are kept'],
  ] as const) {
    routes.post(
      `/api/definitions/:kind/:id/${action}`,
      {
        config: { permission: 'definitions.write' },
        schema: {
          operationId,
          summary,
          tags,
          params: Params,
          headers: IfMatch,
          body: Type.Object({ note: Note, force: Force }, closed),
          response,
        },
      },
      async (request, reply) =>
        answer(reply, await desk.retire(keyToChange(desk, request), action, orderOf(request))),
    );
  }
}

function draftRoutes(app: FastifyInstance, desk: Desk): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.put(
    '/api/definitions/:kind/:id/draft',
    {
      config: { permission: 'definitions.write' },
      schema: {
        operationId: 'saveDraft',
        summary: 'Save a document to work on; the program goes on by what was published',
        tags,
        params: Params,
        headers: IfMatch,
        body: Type.Object({ document: Document, note: Note }, closed),
        response,
      },
    },
    async (request, reply) => {
      const key = keyToChange(desk, request);
      return answer(reply, await desk.saveDraft(key, request.body.document, orderOf(request)));
    },
  );
  routes.post(
    '/api/definitions/:kind/:id/restore',
    {
      config: { permission: 'definitions.write' },
      schema: {
        operationId: 'restoreVersion',
        summary: 'Make the document of an older version the draft',
        tags,
        params: Params,
        headers: IfMatch,
        body: Type.Object({ version: Type.Integer({ minimum: 1 }), note: Note }, closed),
        response,
      },
    },
    async (request, reply) => {
      const key = keyToChange(desk, request);
      return answer(reply, await desk.restore(key, request.body.version, orderOf(request)));
    },
  );
}

function publishRoutes(app: FastifyInstance, desk: Desk): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.post(
    '/api/definitions/:kind/:id/publish',
    {
      config: { permission: 'definitions.write' },
      schema: {
        operationId: 'publishDefinition',
        summary: 'Make a document live: the given one, else the draft, else the one that was paused',
        tags,
        params: Params,
        headers: IfMatch,
        body: Type.Object({ document: Type.Optional(Document), note: Note, force: Force }, closed),
        response,
      },
    },
    async (request, reply) => {
      const key = keyToChange(desk, request);
      return answer(reply, await desk.publish(key, request.body.document, orderOf(request)));
    },
  );
  routes.post(
    '/api/definitions/:kind/:id/preflight',
    {
      config: { permission: 'definitions.read' },
      schema: {
        operationId: 'preflightDefinition',
        summary: 'What publishing a document would do; without one, what pausing or archiving would',
        tags,
        params: Params,
        body: Type.Object({ document: Type.Optional(Document) }, closed),
        response: { 200: PreflightSchema },
      },
    },
    (request) => desk.preflight(keyIn(desk, request.params), request.body.document),
  );
}

function keyIn(desk: Desk, { kind, id }: Static<typeof Params>): string {
  return desk.keyOf(kind, id);
}

/** The key of a definition that the caller may change. Refusals: `access.not-allowed`, `access.hidden-field` (403). */
function keyToChange(desk: Desk, request: FastifyRequest): string {
  const key = keyIn(desk, request.params as Static<typeof Params>);
  mustMayChange(request, desk.definitions.kinds, key);
  mustNotAskFor(request, request.body);
  return key;
}

/** The part of a request that every change has. */
type ChangeRequest = FastifyRequest & {
  readonly body: { readonly note?: string; readonly force?: boolean };
};

/** The version in the header, and who asks. Refusal: `definition.bad-version` (400). */
function orderOf(request: ChangeRequest): Order {
  const given = request.headers['if-match'];
  const { note, force } = request.body;
  const order = { by: callerOf(request), note, force };
  if (given === '*') return order;
  if (given === undefined) return { ...order, expected: 0 };
  const number = /^(?:W\/)?"?(\d{1,9})"?$/.exec(given.trim())?.[1];
  if (number === undefined)
    throw refusal('definition.bad-version', 400, 'If-Match is the version in quotation marks, or *.');
  return { ...order, expected: Number(number) };
}

function answer(reply: FastifyReply, head: Head): FastifyReply {
  return reply.header('etag', `"${head.version}"`).send(head);
}
