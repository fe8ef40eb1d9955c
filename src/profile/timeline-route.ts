import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { TypeBoxTypes } from '../core/index.ts';
import { timeline } from './history.ts';
import { mustRead, PersonParams, type ProfileDeps, tags } from './route-parts.ts';
import { TimelineSchema } from './schemas.ts';
import { showEvents } from './show.ts';

const TIMELINE_LIMIT = 100;
const TIMELINE_LIMIT_MAX = 1_000;

const Query = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: TIMELINE_LIMIT_MAX })),
  before: Type.Optional(
    Type.String({
      pattern: '^-?\\d{1,16}:\\d{1,16}(:\\d{1,10})?$',
      description: 'time:place:derived of the last event seen',
    }),
  ),
  name: Type.Optional(Type.Array(Type.String({ maxLength: 256 }), { maxItems: 50 })),
  channel: Type.Optional(
    Type.Array(Type.String({ maxLength: 32 }), { maxItems: 10, description: 'Only of these channels' }),
  ),
});

/** `GET /api/people/:id/timeline`: a person's events, newest first, a page at a time. */
export function timelineRoute(app: FastifyInstance, deps: ProfileDeps): void {
  app.withTypeProvider<TypeBoxTypes>().get(
    '/api/people/:id/timeline',
    {
      config: { permission: 'people.read' },
      schema: {
        operationId: 'readTimeline',
        summary: 'What a person did, newest first',
        tags,
        params: PersonParams,
        querystring: Query,
        response: { 200: TimelineSchema },
      },
    },
    async (request) => {
      const { limit = TIMELINE_LIMIT, before, name, channel } = request.query;
      const person = await mustRead(request.params.id, deps);
      const [time, place, derived = 0] = (before ?? '').split(':').map(Number);
      const found = await timeline(deps.warehouse, person, {
        limit,
        ...(before === undefined ? {} : { before: { time: time!, place: place!, derived } }),
        ...(name === undefined ? {} : { names: name }),
        ...(channel === undefined ? {} : { channels: channel }),
      });
      const events = showEvents(request, person.id, found);
      const last = events.length === limit ? events.at(-1) : undefined;
      return last ? { events, next: `${last.time}:${last.place}:${last.derived}` } : { events };
    },
  );
}
