import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { refusal, type TypeBoxTypes } from '../core/index.ts';
import { PAGE_MAX, type Quarantine, REPLAY_MAX } from './quarantine.ts';
import { QuarantineEntrySchema } from './quarantine-entry.ts';

const Key = Type.String({ minLength: 1, maxLength: 64 });
const Filter = {
  reason: Type.Optional(Type.String({ maxLength: 100, description: 'Code of the refusal' })),
  source: Type.Optional(Type.String({ maxLength: 200, description: 'Id of a source' })),
  since: Type.Optional(Type.Integer({ description: 'Received at or after, ms since the epoch' })),
  until: Type.Optional(Type.Integer({ description: 'Received before, ms since the epoch' })),
};
const SearchQuery = Type.Object(
  {
    ...Filter,
    limit: Type.Integer({ minimum: 1, maximum: PAGE_MAX, default: 50 }),
    below: Type.Optional(
      Type.String({ maxLength: 64, description: 'Continues a page: the `next` of the one before' }),
    ),
  },
  { additionalProperties: false },
);
const Page = Type.Object({
  entries: Type.Array(Type.Object({ key: Key, ...QuarantineEntrySchema.properties })),
  next: Type.Optional(Key),
  total: Type.Integer({ description: 'Entries in the whole quarantine' }),
});
const ReplayBody = Type.Object(
  {
    events: Type.Array(
      Type.Object({ key: Key, event: Type.Optional(Type.Unknown()) }, { additionalProperties: false }),
      {
        minItems: 1,
        maxItems: REPLAY_MAX,
      },
    ),
  },
  { additionalProperties: false },
);
const ReplayAnswerSchema = Type.Object({
  replayed: Type.Array(Key),
  missing: Type.Array(Key, { description: 'Not in the quarantine (any more)' }),
  clipped: Type.Array(Key, {
    description: 'Too large to have been kept whole: send a corrected event with the key',
  }),
});
const RemoveQuery = Type.Object(
  { key: Type.Optional(Type.Array(Key, { maxItems: PAGE_MAX })), ...Filter },
  { additionalProperties: false },
);
const Removed = Type.Object({
  removed: Type.Integer(),
  more: Type.Boolean({ description: 'Call again: a call removes a bounded number' }),
});

/** Routes over the refused events, for whoever runs Rapport. */
export function quarantineRoutes(app: FastifyInstance, quarantine: Quarantine): void {
  const typed = app.withTypeProvider<TypeBoxTypes>();
  const tags = ['quarantine'];
  typed.get(
    '/api/quarantine',
    {
      config: { permission: 'quarantine.read' },
      schema: {
        operationId: 'searchQuarantine',
        summary: 'Refused events, newest first',
        tags,
        querystring: SearchQuery,
        response: { 200: Page },
      },
    },
    async (request) => {
      const { limit, below, ...filter } = request.query;
      return quarantine.search(filter, limit, below);
    },
  );
  typed.post(
    '/api/quarantine/replay',
    {
      config: { permission: 'quarantine.write' },
      schema: {
        operationId: 'replayQuarantine',
        summary: 'Send refused events again, as they are or corrected',
        tags,
        body: ReplayBody,
        response: { 200: ReplayAnswerSchema },
      },
    },
    async (request) => quarantine.replay(request.body.events),
  );
  typed.delete(
    '/api/quarantine',
    {
      config: { permission: 'quarantine.write' },
      schema: {
        operationId: 'removeFromQuarantine',
        summary: 'Throw refused events away: by key, or all that fit',
        tags,
        querystring: RemoveQuery,
        response: { 200: Removed },
      },
    },
    async (request) => {
      const { key, ...filter } = request.query;
      if (key !== undefined) return quarantine.remove(key);
      if (Object.keys(filter).length > 0) return quarantine.removeMatching(filter);
      throw refusal('quarantine.nothing-named', 400, 'Name keys, or a reason, a source or a time.');
    },
  );
}
