import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { callerOf, refusal, type TypeBoxTypes } from '../core/index.ts';
import { BundleSchema, exportBundle, ImportPlanSchema, importBundle, planImport } from './bundle.ts';
import { changeRoutes } from './change-routes.ts';
import type { Desk } from './desk.ts';
import { DifferenceSchema } from './diff.ts';
import { mustMayChange } from './may-change.ts';
import type { ChangeDefinition } from './publish.ts';
import { DefinitionStateSchema, HeadSchema, VersionSchema } from './revision.ts';

const PAGE_MAX = 1_000;
const VERSIONS_MAX = 200;
const BUNDLE_BYTES_MAX = 64 * 1024 * 1024;
const tags = ['definitions'];

/** The path of one definition. */
const DefinitionParams = Type.Object({
  kind: Type.String({ pattern: '^[a-z][a-z0-9-]{0,31}$' }),
  id: Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' }),
});
const VersionNumber = Type.Integer({ minimum: 1 });
const ShownSchema = Type.Object({
  ...HeadSchema.properties,
  document: Type.Optional(Type.Unknown({ description: 'What was published last' })),
  draftDocument: Type.Optional(Type.Unknown({ description: 'What is being worked on' })),
});
const ListedSchema = Type.Object({
  ...HeadSchema.properties,
  name: Type.Optional(Type.String({ description: 'What people call it, while it is live' })),
});
const ListQuery = Type.Object(
  {
    kind: Type.Optional(Type.String({ maxLength: 32 })),
    state: Type.Optional(DefinitionStateSchema),
    after: Type.Optional(
      Type.String({ maxLength: 200, description: 'Continues a page: the `next` of the one before' }),
    ),
    limit: Type.Integer({ minimum: 1, maximum: PAGE_MAX, default: 100 }),
  },
  { additionalProperties: false },
);

/** What the routes of definitions work with. */
export interface DefinitionDeps {
  readonly desk: Desk;
  readonly change: ChangeDefinition;
}

/** `/api/definitions`: everything that people set up, of every kind, with its history; export and import. */
export function definitionRoutes(app: FastifyInstance, deps: DefinitionDeps): void {
  listRoutes(app, deps);
  readRoutes(app, deps);
  bundleRoutes(app, deps);
  changeRoutes(app, deps);
}

function listRoutes(app: FastifyInstance, { desk }: DefinitionDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const KindsAnswer = Type.Object({
    kinds: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        isSingle: Type.Boolean(),
        schema: Type.Unknown({ description: 'JSON schema of a document' }),
      }),
    ),
  });
  routes.get(
    '/api/definitions',
    {
      config: { permission: 'definitions.read' },
      schema: {
        operationId: 'listDefinitions',
        summary: 'Definitions by kind and state, in the order of their keys',
        tags,
        querystring: ListQuery,
        response: {
          200: Type.Object({ definitions: Type.Array(ListedSchema), next: Type.Optional(Type.String()) }),
        },
      },
    },
    (request) => desk.list(request.query),
  );
  routes.get(
    '/api/definition-kinds',
    {
      config: { permission: 'definitions.read' },
      schema: {
        operationId: 'listDefinitionKinds',
        summary: 'The kinds of definitions and the schemas of their documents',
        tags,
        response: { 200: KindsAnswer },
      },
    },
    () => ({
      kinds: desk.definitions.kinds
        .list()
        .map(({ id, title, schema, isSingle = false }) => ({ id, title, isSingle, schema })),
    }),
  );
}

function readRoutes(app: FastifyInstance, { desk }: DefinitionDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/definitions/:kind/:id',
    {
      config: { permission: 'definitions.read' },
      schema: {
        operationId: 'readDefinition',
        summary: 'A definition with its documents; the ETag is its version',
        tags,
        params: DefinitionParams,
        response: { 200: ShownSchema },
      },
    },
    async (request, reply) => {
      const shown = await desk.read(desk.keyOf(request.params.kind, request.params.id));
      return reply.header('etag', `"${shown.version}"`).send(shown);
    },
  );
  routes.get(
    '/api/definitions/:kind/:id/versions',
    {
      config: { permission: 'definitions.read' },
      schema: {
        operationId: 'listVersions',
        summary: 'The changes of a definition, newest first',
        tags,
        params: DefinitionParams,
        querystring: Type.Object(
          {
            below: Type.Optional(VersionNumber),
            limit: Type.Integer({ minimum: 1, maximum: VERSIONS_MAX, default: 50 }),
          },
          { additionalProperties: false },
        ),
        response: { 200: Type.Object({ versions: Type.Array(VersionSchema) }) },
      },
    },
    async (request) => {
      const { below, limit } = request.query;
      const key = desk.keyOf(request.params.kind, request.params.id);
      const head = desk.definitions.head(key);
      if (!head) throw refusal('definition.unknown', 404, `There is no definition ${key}.`);
      const end = Math.min(below ?? head.version + 1, head.version + 1);
      return { versions: await desk.definitions.history.list(key, end, limit) };
    },
  );
  routes.get(
    '/api/definitions/:kind/:id/versions/:version',
    {
      config: { permission: 'definitions.read' },
      schema: {
        operationId: 'readVersion',
        summary: 'One change of a definition, with the document it is about',
        tags,
        params: Type.Object({ ...DefinitionParams.properties, version: VersionNumber }),
        response: { 200: VersionSchema },
      },
    },
    (request) => desk.version(desk.keyOf(request.params.kind, request.params.id), request.params.version),
  );
  routes.get(
    '/api/definitions/:kind/:id/diff',
    {
      config: { permission: 'definitions.read' },
      schema: {
        operationId: 'compareVersions',
        summary: 'Where the documents of two versions differ',
        tags,
        params: DefinitionParams,
        querystring: Type.Object({ from: VersionNumber, to: VersionNumber }, { additionalProperties: false }),
        response: { 200: Type.Object({ differences: Type.Array(DifferenceSchema) }) },
      },
    },
    async (request) => {
      const key = desk.keyOf(request.params.kind, request.params.id);
      return { differences: await desk.diff(key, request.query.from, request.query.to) };
    },
  );
}

function bundleRoutes(app: FastifyInstance, { desk, change }: DefinitionDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/definitions/export',
    {
      config: { permission: 'definitions.read' },
      schema: {
        operationId: 'exportDefinitions',
        summary: 'All definitions as one bundle, without history and secrets',
        tags,
        response: { 200: BundleSchema },
      },
    },
    () => exportBundle(desk),
  );
  routes.post(
    '/api/definitions/import',
    {
      bodyLimit: BUNDLE_BYTES_MAX,
      config: { permission: 'definitions.write' },
      schema: {
        operationId: 'importDefinitions',
        summary: 'Take a bundle over, or with dryRun say what would change',
        tags,
        querystring: Type.Object(
          { dryRun: Type.Boolean({ default: false }) },
          { additionalProperties: false },
        ),
        body: BundleSchema,
        response: { 200: ImportPlanSchema },
      },
    },
    (request) => {
      if (request.query.dryRun) return planImport(desk, request.body);
      for (const { key } of request.body.definitions) mustMayChange(request, desk.definitions.kinds, key);
      return importBundle(desk, change, request.body, callerOf(request));
    },
  );
}
