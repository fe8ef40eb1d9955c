import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { CHANNELS, type Channel, callerOf, refusal, type TypeBoxTypes } from '../core/index.ts';
import type { Define } from '../definition/index.ts';
import type { Source, SourceBook } from './source.ts';
import { sourceKey } from './source-book.ts';

/** What the routes of sources work with. */
export interface SourceDeps {
  readonly sources: SourceBook;
  readonly define: Define;
  /** Makes a write key nobody can guess. */
  readonly newWriteKey: () => string;
}

const SOURCES_MAX = 1_000;
const tags = ['sources'];

const ChannelSchema = Type.Unsafe<Channel>(Type.Union(CHANNELS.map((channel) => Type.Literal(channel))));
const Name = Type.String({ minLength: 1, maxLength: 100 });
const Country = Type.String({
  pattern: '^[A-Z]{2}$',
  description: 'ISO 3166 alpha-2, for telephone numbers without a country code',
});
const Id = Type.String({
  pattern: '^[a-z0-9][a-z0-9-]{0,63}$',
  description: 'Stands in every event of the source; cannot change',
});
/** A source as it is defined. */
export const SourceSchema = Type.Object({
  id: Id,
  name: Name,
  channel: ChannelSchema,
  writeKey: Type.String({ description: 'What clients send; it may only collect' }),
  country: Type.Optional(Country),
  enabled: Type.Boolean(),
});
const New = Type.Object(
  { id: Id, name: Name, channel: ChannelSchema, country: Type.Optional(Country) },
  { additionalProperties: false },
);
const Edit = Type.Object(
  {
    name: Type.Optional(Name),
    country: Type.Optional(Country),
    enabled: Type.Optional(Type.Boolean()),
    newWriteKey: Type.Optional(
      Type.Boolean({ description: 'Replace the write key; the old one stops at once' }),
    ),
  },
  { additionalProperties: false },
);

/** `/api/sources`: where events come from, and their write keys. */
export function sourceRoutes(app: FastifyInstance, { sources, define, newWriteKey }: SourceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/sources',
    {
      config: { permission: 'sources.read' },
      schema: {
        operationId: 'listSources',
        summary: 'All sources',
        tags,
        response: { 200: Type.Object({ sources: Type.Array(SourceSchema) }) },
      },
    },
    () => ({ sources: sources.list().map((source) => ({ ...source })) }),
  );
  routes.post(
    '/api/sources',
    {
      config: { permission: 'sources.write' },
      schema: {
        operationId: 'addSource',
        summary: 'Add a source',
        tags,
        body: New,
        response: { 201: SourceSchema },
      },
    },
    async (request, reply) => {
      const { id } = request.body;
      if (sources.byId(id))
        throw refusal('source.exists', 409, `There is a source ${id} already; choose another id.`);
      if (sources.list().length >= SOURCES_MAX)
        throw refusal('source.too-many', 409, `There are ${SOURCES_MAX} sources; disable some.`);
      const source: Source = { ...request.body, writeKey: newWriteKey(), enabled: true };
      await define(sourceKey(id), source, callerOf(request));
      return reply.status(201).send({ ...source });
    },
  );
  routes.patch(
    '/api/sources/:id',
    {
      config: { permission: 'sources.write' },
      schema: {
        operationId: 'editSource',
        summary: 'Change a source',
        tags,
        params: Type.Object({ id: Id }),
        body: Edit,
        response: { 200: SourceSchema },
      },
    },
    async (request) => {
      const known = sources.byId(request.params.id);
      if (!known) throw refusal('source.unknown', 404, `There is no source ${request.params.id}.`);
      const { newWriteKey: replace, ...edit } = request.body;
      const source: Source = { ...known, ...edit, ...(replace ? { writeKey: newWriteKey() } : {}) };
      await define(sourceKey(known.id), source, callerOf(request));
      return { ...source };
    },
  );
}
