import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import type { TypeBoxTypes } from '../core/index.ts';
import { type MovesOfDay, movesOfAll } from './reports.ts';
import { type AudienceDeps, tags } from './route-parts.ts';
import { TrendsView } from './schemas.ts';

const DAY_MS = 86_400_000;
const DAYS_MAX = 400;
const DAYS_DEFAULT = 30;

/** `GET /api/audience-trends`: how all audiences moved, by one question to the warehouse. */
export function trendRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  app.withTypeProvider<TypeBoxTypes>().get(
    '/api/audience-trends',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'listAudienceTrends',
        summary: 'The size of every audience by day, and how many entered and left today',
        tags,
        querystring: Type.Object(
          { days: Type.Integer({ minimum: 1, maximum: DAYS_MAX, default: DAYS_DEFAULT }) },
          { additionalProperties: false },
        ),
        response: { 200: TrendsView },
      },
    },
    async (request) => {
      const { timeZone } = deps.settings();
      const days = daysUntil(deps.clock.now(), request.query.days, timeZone);
      const since = deps.clock.now() - request.query.days * DAY_MS;
      return trendsOf(days, await movesOfAll(deps.warehouse, since, timeZone), deps.book.sizes);
    },
  );
}

/** The last days of a time zone, oldest first; today is the last. */
export function daysUntil(now: number, count: number, timeZone: string): string[] {
  // The Swedish way to write a date is ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  // A day with 23 hours is met twice that way, one with 25 never missed, so days are told apart by their names.
  const days = new Set<string>();
  for (let at = now; days.size < count; at -= DAY_MS / 2) days.add(format.format(at));
  return [...days].reverse();
}

/** The sizes at the end of the days: the one of now is exact, those before follow from it, going back day by day. */
export function trendsOf(
  days: readonly string[],
  moves: readonly MovesOfDay[],
  sizes: ReadonlyMap<string, number>,
): Static<typeof TrendsView> {
  const byAudience = new Map<string, Map<string, MovesOfDay>>();
  for (const move of moves) {
    const known = byAudience.get(move.audience) ?? new Map<string, MovesOfDay>();
    byAudience.set(move.audience, known.set(move.day, move));
  }
  const trends = [...new Set([...sizes.keys(), ...byAudience.keys()])].sort().map((id) => {
    const moved = byAudience.get(id);
    let size = sizes.get(id) ?? 0;
    const back = days.toReversed().map((day) => {
      const atEnd = Math.max(0, size);
      const move = moved?.get(day);
      size -= (move?.entered ?? 0) - (move?.left ?? 0);
      return atEnd;
    });
    const today = moved?.get(days.at(-1) ?? '');
    return { id, sizes: back.reverse(), enteredToday: today?.entered ?? 0, leftToday: today?.left ?? 0 };
  });
  return { days: [...days], trends };
}
