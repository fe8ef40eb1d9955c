import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { mustNotAskFor, type TypeBoxTypes } from '../core/index.ts';
import type { Analytics } from './analytics.ts';
import { cellRoutes } from './cell-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { modelRoutes } from './model-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { previewRoutes } from './preview-routes.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';
import { orderOf } from './run/order.ts';
import { answerWithNames, ValueNames } from './value-names.ts';
import { besideRoutes } from './workspace/beside-routes.ts';
import { draftRoutes } from './workspace/draft-routes.ts';
import { workspaceRoutes } from './workspace/routes.ts';

const tags = ['analytics'];

/** What an answer says of itself. */
const AboutSchema = Type.Object({
  rowsRead: Type.Integer(),
  elapsedMs: Type.Number({ description: 'Time of the engine' }),
  freshAt: Type.Integer({ description: 'The data are complete up to here (ms since the epoch)' }),
  isExact: Type.Boolean({ description: 'Nothing was sampled or estimated' }),
  isCached: Type.Boolean({ description: 'Answered before, and nothing has changed since' }),
  loadedShare: Type.Optional(
    Type.Number({ description: 'While history is read in: the share of its file that has been (0 to 1)' }),
  ),
});

/** Routes of questions to the warehouse, and of what can be asked about. */
export function analyticsRoutes(app: FastifyInstance, analytics: Analytics): void {
  for (const question of QUESTIONS) {
    questionRoute(app, analytics, question);
    cellRoutes(app, analytics, question);
  }
  exportRoutes(app, analytics);
  workspaceRoutes(app, analytics);
  besideRoutes(app, analytics);
  draftRoutes(app, analytics);
  modelRoutes(app, analytics);
  previewRoutes(app, analytics);
  runningRoutes(app, analytics);
  overviewRoutes(app, analytics);
}

function questionRoute(app: FastifyInstance, analytics: Analytics, question: Question): void {
  const { id, summary, query: body, answer } = question;
  app.post(
    `/api/analytics/${id}`,
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId: `ask-${id}`.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
        summary,
        tags,
        body,
        response: { 200: Type.Object({ answer, about: AboutSchema, names: Type.Optional(ValueNames) }) },
      },
    },
    async (request, reply) => {
      mustNotAskFor(request, request.body);
      const order = await orderOf(analytics, request, reply, id, request.body);
      return answerWithNames(analytics, request, order, question, request.body);
    },
  );
}

function runningRoutes(app: FastifyInstance, { runner }: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const RunningSchema = Type.Object({
    id: Type.String(),
    question: Type.String(),
    user: Type.String(),
    since: Type.Integer({ description: 'ms since the epoch' }),
  });
  routes.get(
    '/api/analytics/running',
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId: 'listRunningQuestions',
        summary: 'Questions that wait or run',
        tags,
        response: { 200: Type.Object({ running: Type.Array(RunningSchema) }) },
      },
    },
    async () => ({ running: runner.list() }),
  );
  routes.delete(
    '/api/analytics/running/:id',
    {
      config: { permission: 'analytics.write' },
      schema: {
        operationId: 'cancelQuestion',
        summary: 'Stops a question that waits or runs',
        tags,
        params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      runner.cancel(request.params.id);
      return reply.code(204).send(null);
    },
  );
}
