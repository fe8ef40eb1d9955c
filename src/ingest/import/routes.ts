import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { refusal, type TypeBoxTypes } from '../../core/index.ts';
import { guessMap } from './guess/guess.ts';
import type { Imports } from './imports.ts';
import { JobOrderSchema, JobSchema } from './job.ts';
import { PRESETS } from './map/presets.ts';
import { memoryFile } from './read/file.ts';
import { openRows } from './read/open.ts';

const tags = ['import'];
const strict = { additionalProperties: false } as const;
const Id = Type.Object({ id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }) }, strict);
const Page = Type.Object(
  {
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
    /** Id of the last import of the page before. */
    below: Type.Optional(Type.String({ maxLength: 64 })),
  },
  strict,
);
const List = Type.Object({ imports: Type.Array(JobSchema) }, strict);
const Start = Type.Object({ map: Type.Optional(Type.Record(Type.String(), Type.Unknown())) }, strict);
const Presets = Type.Object(
  {
    presets: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          title: Type.String(),
          schema: Type.Unknown({ description: 'JSON schema of its map' }),
        },
        strict,
      ),
    ),
  },
  strict,
);
/** The first lines of a file, as text. */
const Head = Type.Object({ head: Type.String({ minLength: 1, maxLength: 262_144 }) }, strict);
const Guessed = Type.Object(
  {
    columns: Type.Array(Type.String()),
    /** Absent when the columns say nothing that is known. */
    map: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    notes: Type.Array(Type.String()),
  },
  strict,
);
const Offset = Type.Object({
  /** How many bytes of the file come before this piece; 0 when absent. */
  'upload-offset': Type.Integer({ minimum: 0, default: 0 }),
});

/**
 * Routes of imports: register with `app.register(importRoutes, { imports })`.
 * An import is made with its map (`POST /api/imports`), gets its file in pieces (`PUT /api/imports/:id/content` with
 * `Upload-Offset`, as in the IETF draft "Resumable Uploads for HTTP"; a wrong offset is answered with 409 and
 * `receivedBytes`), and is followed with `GET /api/imports/:id`.
 */
export async function importRoutes(
  app: FastifyInstance,
  { imports }: { readonly imports: Imports },
): Promise<void> {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const created = { body: JobOrderSchema, response: { 201: JobSchema } };
  routes.post(
    '/api/imports',
    {
      config: { permission: 'imports.write' },
      schema: { operationId: 'beginImport', summary: 'Begin an import', tags, ...created },
    },
    async (request, reply) => {
      const job = await imports.create(request.body);
      return reply.code(201).send(job);
    },
  );
  const listed = { querystring: Page, response: { 200: List } };
  routes.get(
    '/api/imports',
    {
      config: { permission: 'imports.read' },
      schema: { operationId: 'listImports', summary: 'Imports, newest first', tags, ...listed },
    },
    async (request) => {
      const { limit, below } = request.query;
      return { imports: await imports.list(limit, below) };
    },
  );
  const single = { params: Id, response: { 200: JobSchema } };
  routes.get(
    '/api/imports/:id',
    {
      config: { permission: 'imports.read' },
      schema: { operationId: 'readImport', summary: 'How far an import is', tags, ...single },
    },
    (request) => imports.get(request.params.id),
  );
  const started = { ...single, body: Start };
  routes.post(
    '/api/imports/:id/start',
    {
      config: { permission: 'imports.write' },
      schema: {
        operationId: 'startImport',
        summary: 'Import what was checked, or go on with what failed',
        tags,
        ...started,
      },
    },
    (request) => imports.start(request.params.id, request.body.map),
  );
  routes.delete(
    '/api/imports/:id',
    {
      config: { permission: 'imports.write' },
      schema: { operationId: 'stopImport', summary: 'Stop an import', tags, ...single },
    },
    (request) => imports.cancel(request.params.id),
  );
  mapRoutes(app);
  await app.register(contentRoute, { imports });
}

/** What helps to write a map. */
function mapRoutes(app: FastifyInstance): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const presets = PRESETS.map(({ id, title, schema }) => ({ id, title, schema }));
  const listed = {
    operationId: 'listImportPresets',
    summary: 'What can be imported, with the schemas of the maps',
    tags,
    response: { 200: Presets },
  };
  routes.get('/api/imports/presets', { config: { permission: 'imports.read' }, schema: listed }, () =>
    Promise.resolve({ presets }),
  );
  const guessed = {
    operationId: 'guessImportMap',
    summary: 'Guess a map from the first lines of a file',
    tags,
    body: Head,
    response: { 200: Guessed },
  };
  routes.post(
    '/api/imports/guess',
    { config: { permission: 'imports.read' }, schema: guessed },
    async (request) => {
      const reading = await openRows(memoryFile('the file', Buffer.from(request.body.head)));
      const columns = [...reading.columns];
      const guess = guessMap(reading);
      return guess === undefined ? { columns, notes: [] } : { columns, ...guess, notes: [...guess.notes] };
    },
  );
}

/** The upload has a scope of its own: here, and only here, bodies are streams that nobody reads into memory. */
async function contentRoute(
  scope: FastifyInstance,
  { imports }: { readonly imports: Imports },
): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const schema = { params: Id, headers: Offset, response: { 200: JobSchema } };
  scope.put(
    '/api/imports/:id/content',
    {
      config: { permission: 'imports.write' },
      schema: { operationId: 'sendImportContent', summary: 'Send a piece of the file', tags, ...schema },
    },
    (request) => {
      const { id } = request.params as Static<typeof Id>;
      const offset = (request.headers as unknown as Static<typeof Offset>)['upload-offset'];
      // Without a content type Fastify gives no body to the handler; the bytes are still on the wire.
      const content = (request.body ?? request.raw) as AsyncIterable<Uint8Array>;
      if (request.headers['content-encoding'] !== undefined) {
        throw refusal(
          'import.encoded',
          415,
          'Send the file as it is, without Content-Encoding; gzip files stay packed.',
        );
      }
      return imports.receive(id, offset, content);
    },
  );
}
