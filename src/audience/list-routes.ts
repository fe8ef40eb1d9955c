import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { callerOf, type Namespace, refusal, type TypeBoxTypes } from '../core/index.ts';
import { type IdentityKey, namespacesOf, normalise } from '../identity/index.ts';
import { AUDIENCE_KEY } from './document.ts';
import { changeList, warehouseHasAll } from './lists.ts';
import { peopleWhere } from './people-query.ts';
import {
  type AudienceDeps,
  asking,
  detail,
  mustBeInForce,
  mustBeList,
  mustExist,
  tags,
  uploadDeps,
} from './route-parts.ts';
import { AudienceDetail, AudienceParams, DefinedId } from './schemas.ts';
import { UploadReportSchema, uploadList } from './upload.ts';

const closed = { additionalProperties: false } as const;
const MEMBERS_AT_ONCE = 1_000;
const Someone = Type.Union([
  Type.Object({ person: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }, closed),
  Type.Object({ namespace: Type.String({ maxLength: 64 }), value: Type.String({ maxLength: 512 }) }, closed),
]);
const People = Type.Optional(Type.Array(Someone, { maxItems: MEMBERS_AT_ONCE }));
const Until = Type.Optional(
  Type.Integer({ minimum: 1, description: 'Until when they stay (ms); for ever unless given' }),
);
const ListChanged = Type.Object({
  changed: Type.Integer({ description: 'People and identities that were taken' }),
});

/** Routes that change lists: people by hand, snapshots, rankings, files. */
export function listRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  memberChangeRoute(app, deps);
  snapshotRoute(app, deps);
  rankingRoute(app, deps);
  void app.register((scope) => uploadRoute(scope, deps));
}

function memberChangeRoute(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.post(
    '/api/audiences/:id/members',
    {
      config: { permission: 'audiences.write' },
      schema: {
        operationId: 'changeMembers',
        summary:
          'Put people on a list or take them off it, by id or identity; identities that nobody has yet wait',
        tags,
        params: AudienceParams,
        body: Type.Object({ add: People, remove: People, until: Until }, closed),
        response: { 200: ListChanged },
      },
    },
    async (request) => {
      const { id } = request.params;
      mustBeList(id, deps);
      const { add = [], remove = [], until = null } = request.body;
      mustBeAhead(until, deps);
      const taken = [
        ...remove.map((someone, i) => [someone, 0, `/remove/${i}`] as const),
        ...add.map((someone, i) => [someone, until, `/add/${i}`] as const),
      ];
      const namespaces = namespacesOf(deps.settings());
      const people: [person: number, until: number | null][] = [];
      const keys: [key: IdentityKey, until: number | null][] = [];
      for (const [someone, until, pointer] of taken)
        if ('person' in someone) people.push([await mustBeSomebody(someone.person, pointer, deps), until]);
        else keys.push([mustBeIdentity(someone, pointer, namespaces, deps.settings().country), until]);
      await deps.log.folded(await changeList(deps.log, { list: id, how: 'request', people, keys }));
      return { changed: taken.length };
    },
  );
}

/** Seconds where milliseconds are meant would put everybody on a list that nobody is on. */
function mustBeAhead(until: number | null, deps: AudienceDeps): void {
  if (until === null || until > deps.clock.now()) return;
  const when = new Date(until).toISOString();
  throw refusal('audience.until-past', 422, `“until” is ${when}, which is over; give ms since 1970.`);
}

async function mustBeSomebody(id: number, pointer: string, deps: AudienceDeps): Promise<number> {
  const person = await deps.readPerson(id);
  if (person) return person.id;
  const words = `At ${pointer}: there is no person with the id ${id}; name her by an identity.`;
  throw refusal('audience.no-person', 422, words, { detail: { pointer } });
}

function mustBeIdentity(
  given: { readonly namespace: string; readonly value: string },
  pointer: string,
  namespaces: ReadonlyMap<string, Namespace>,
  country: string,
): IdentityKey {
  const key = normalise(given, namespaces, country)?.key;
  if (key !== undefined) return key;
  const known = [...namespaces.keys()];
  const words = namespaces.has(given.namespace)
    ? `it can be nobody’s ${given.namespace}; see its value`
    : `there is no namespace ${given.namespace}; there are: ${known.join(', ')}`;
  throw refusal('audience.no-identity', 422, `At ${pointer}: ${words}.`, {
    detail: { pointer, namespaces: known },
  });
}

function snapshotRoute(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.post(
    '/api/audiences/:id/snapshots',
    {
      config: { permission: 'audiences.write' },
      schema: {
        operationId: 'snapshotAudience',
        summary: 'Keep who is in the audience now as a list of its own, which does not change by itself',
        tags,
        params: AudienceParams,
        body: Type.Object(
          { id: DefinedId, name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) },
          closed,
        ),
        response: { 200: AudienceDetail },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { name } = mustExist(id, deps);
      const { condition } = mustBeInForce(id, deps);
      const list = request.body.id;
      if (deps.desk.definitions.head(AUDIENCE_KEY + list))
        throw refusal('audience.exists', 409, `There is an audience ${list} already; choose another id.`);
      await warehouseHasAll(deps.log);
      const at = deps.at();
      const people = await peopleWhere({ ...asking(deps), at }, condition);
      const day = new Date(at).toISOString().slice(0, 10);
      const document = { name: request.body.name ?? `${name}, ${day}`, list: { snapshotOf: id, at } };
      await deps.desk.publish(AUDIENCE_KEY + list, document, {
        by: callerOf(request),
        expected: 0,
        note: `snapshot of ${id}`,
      });
      const entries = people.map((person) => [person, null] as const);
      await deps.log.folded(await changeList(deps.log, { list, how: 'snapshot', people: entries }));
      return detail(list, deps);
    },
  );
}

function rankingRoute(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.post(
    '/api/audiences/:id/rankings',
    {
      config: { permission: 'audiences.write' },
      schema: {
        operationId: 'rankAudience',
        summary: 'Work a ranking out now, and not only when its time has come',
        tags,
        params: AudienceParams,
        response: { 200: AudienceDetail },
      },
    },
    async (request) => {
      const { id } = request.params;
      mustExist(id, deps);
      mustBeInForce(id, deps);
      if (!deps.book.documents.get(id)?.ranking)
        throw refusal('audience.no-ranking', 409, 'The audience ranks nobody; give it a “rank”.', {
          detail: { id },
        });
      await deps.listWork.rank(id);
      return detail(id, deps);
    },
  );
}

const UploadQuery = Type.Object(
  {
    namespace: Type.Optional(
      Type.String({
        maxLength: 64,
        description: 'What the identities are; told from the header unless given',
      }),
    ),
    column: Type.Optional(Type.String({ maxLength: 200, description: 'The column that holds them' })),
    mode: Type.Union([Type.Literal('add'), Type.Literal('replace')], {
      default: 'add',
      description: 'replace: who is not in the file is taken off the list',
    }),
    until: Until,
  },
  closed,
);

/** The upload has a scope of its own: here, and only here, bodies are streams that nobody reads into memory. */
async function uploadRoute(scope: FastifyInstance, deps: AudienceDeps): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const routes = scope.withTypeProvider<TypeBoxTypes>();
  routes.post(
    '/api/audiences/:id/uploads',
    {
      config: { permission: 'audiences.write' },
      schema: {
        operationId: 'uploadAudience',
        summary: 'Put the people of a CSV file on a list; the first row names the columns',
        description:
          'The body is the file (text/csv, UTF-8). It is read as it comes, and answered when all of it is folded.',
        tags,
        params: AudienceParams,
        querystring: UploadQuery,
        response: { 200: UploadReportSchema },
      },
    },
    (request) => {
      const { id } = request.params as Static<typeof AudienceParams>;
      mustBeList(id, deps);
      const query = request.query as Static<typeof UploadQuery>;
      mustBeAhead(query.until ?? null, deps);
      const content = (request.body ?? request.raw) as AsyncIterable<Uint8Array>;
      if (request.headers['content-encoding'] !== undefined)
        throw refusal('audience.encoded', 415, 'Send the file as it is, without Content-Encoding.');
      return uploadList(uploadDeps(deps), { list: id, ...query }, content);
    },
  );
}
