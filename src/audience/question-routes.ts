import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { type Condition, compileCondition } from '../core/condition/index.ts';
import { isObject, mustNotAskFor, refusal, type TypeBoxTypes } from '../core/index.ts';
import { purposesNow } from '../privacy/index.ts';
import { checkedContent } from './checked.ts';
import { estimate } from './estimate.ts';
import { movesByDay, overlap } from './reports.ts';
import { type AudienceDeps, asking, mustBeInForce, mustExist, tags, whole } from './route-parts.ts';
import {
  AudienceId,
  AudienceParams,
  EstimateBody,
  EstimateView,
  HistoryView,
  OverlapView,
} from './schemas.ts';

const DAY_MS = 86_400_000;
const DAYS_MAX = 1_000;
const DAYS_DEFAULT = 90;
/** Parts of a condition that are counted by themselves. */
const PARTS_MAX = 40;
const LISTS = () => ({ list: true }) as const;

/** Routes that ask the warehouse: size over time, estimates, overlap. */
export function questionRoutes(app: FastifyInstance, deps: AudienceDeps): void {
  historyRoute(app, deps);
  estimateRoute(app, deps);
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences/overlap',
    {
      config: { permission: 'audiences.read' },
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
      const parts = await overlap(asking(deps), conditions);
      return {
        parts: parts.map(({ mask, people }) => ({
          audiences: ids.filter((_, i) => (mask & (2 ** i)) !== 0),
          people,
        })),
      };
    },
  );
}

function historyRoute(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/audiences/:id/history',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'readAudienceHistory',
        summary: 'Entries, exits and size of an audience by day, entries and exits by cause',
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
      const days = moves.reverse().map(({ day, entered: enteredBy, left: leftBy }) => {
        const [entered, left] = [sumOf(enteredBy), sumOf(leftBy)];
        const at = { day, entered, left, enteredBy, leftBy, size };
        size -= entered - left;
        return at;
      });
      return { days: days.reverse() };
    },
  );
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function estimateRoute(app: FastifyInstance, deps: AudienceDeps): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.post(
    '/api/audiences/estimate',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'estimateAudience',
        summary: 'How many people a condition or a set comes to now, and some of them; nothing is saved',
        tags,
        body: EstimateBody,
        response: { 200: EstimateView },
      },
    },
    async (request) => {
      mustNotAskFor(request, request.body);
      const { condition, set, mode = 'auto', parts = false, reach = false } = request.body;
      const asked = checkedContent({ condition, set }, deps);
      const resolved = whole(asked, deps);
      const counted = parts
        ? partsIn(asked).map((part) => ({ ...part, condition: whole(part.condition, deps) }))
        : [];
      const answer = await estimate(asking(deps), deps.sample, {
        ...{ condition: resolved, parts: counted, mode },
        reach: reach ? purposesNow(deps.desk.definitions) : undefined,
      });
      const { traits } = compileCondition(resolved, { audiences: LISTS });
      const known = deps.qualifier().current.traits;
      const { touchesPerSecond, reach: byChannel, ...counts } = answer;
      return {
        ...counts,
        parts: [...answer.parts],
        ...(byChannel ? { reach: byChannel } : {}),
        evaluation: {
          how: 'live' as const,
          traits: traits.length,
          newTraits: traits.filter(({ key }) => !known.has(key)).length,
          touchesPerSecond,
        },
      };
    },
  );
}

/** The parts of a condition below the top, each with its place. Refusal: `audience.too-many-parts` (422). */
function partsIn(condition: Condition): { pointer: string; condition: Condition }[] {
  const found: { pointer: string; condition: Condition }[] = [];
  const visit = (part: Condition, pointer: string): void => {
    if (pointer !== '') found.push({ pointer, condition: part });
    for (const key of ['all', 'any'] as const) {
      const inner = isObject(part) ? (part as Record<string, unknown>)[key] : undefined;
      if (Array.isArray(inner))
        for (const [i, each] of inner.entries()) visit(each, `${pointer}/${key}/${i}`);
    }
    if ('not' in part) visit(part.not, `${pointer}/not`);
  };
  visit(condition, '');
  if (found.length > PARTS_MAX)
    throw refusal(
      'audience.too-many-parts',
      422,
      `More than ${PARTS_MAX} parts cannot be counted one by one.`,
    );
  return found;
}
