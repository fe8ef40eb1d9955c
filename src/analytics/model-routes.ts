import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { TypeBoxTypes } from '../core/index.ts';
import type { Analytics } from './analytics.ts';
import { ALL_DIMENSIONS, ALL_METRIC_FAMILIES } from './model/find.ts';
import { CALCULATED, DIMENSION_FAMILIES, METRICS } from './model/kinds.ts';
import { named } from './model/title.ts';
import { SegmentLevel } from './segment/schema.ts';
import { USED_KINDS, usesIn } from './workspace/uses.ts';

const tags = ['analytics'];
const config = { permission: 'analytics.read' } as const;

const TitleSchema = Type.Record(Type.String(), Type.String(), { description: 'By language' });
const Family = Type.Object({ id: Type.String(), title: TitleSchema, argument: Type.String() });
const IsSetUp = Type.Optional(Type.Literal(true, { description: 'People of the workspace set it up' }));

/** Routes of what can be asked about: dimensions, metrics and segments, those that were set up among them. */
export function modelRoutes(app: FastifyInstance, analytics: Analytics): void {
  dimensionRoute(app, analytics);
  metricRoute(app, analytics);
  segmentRoute(app, analytics);
  usesRoute(app, analytics);
}

function dimensionRoute(app: FastifyInstance, { setUp }: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const Dimension = Type.Object({
    id: Type.String(),
    title: TitleSchema,
    type: Type.String(),
    container: Type.String({ description: 'event, session, person or item' }),
    isSetUp: IsSetUp,
  });
  routes.get(
    '/api/analytics/dimensions',
    {
      config,
      schema: {
        operationId: 'listDimensions',
        summary: 'By what numbers can be broken down',
        tags,
        response: {
          200: Type.Object({
            dimensions: Type.Array(Dimension),
            families: Type.Array(Family, { description: 'Dimensions named `id:argument`' }),
          }),
        },
      },
    },
    async () => ({
      dimensions: [
        ...ALL_DIMENSIONS.map(({ id, title, type, container }) => ({ id, title, type, container })),
        ...setUp('dimension').map(({ id, document }) => {
          const { name, type = 'text' } = document as { name: string; type?: string };
          return {
            id: `derived:${id}`,
            title: named(name),
            type,
            container: 'event',
            isSetUp: true as const,
          };
        }),
      ],
      families: DIMENSION_FAMILIES.map(({ id, title, argument }) => ({ id, title, argument })),
    }),
  );
}

function metricRoute(app: FastifyInstance, { setUp }: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  const Metric = Type.Object({
    id: Type.String(),
    title: TitleSchema,
    format: Type.String(),
    isSetUp: IsSetUp,
  });
  routes.get(
    '/api/analytics/metrics',
    {
      config,
      schema: {
        operationId: 'listMetrics',
        summary: 'What can be counted and added up',
        tags,
        response: {
          200: Type.Object({
            metrics: Type.Array(Metric),
            families: Type.Array(Family, { description: 'Metrics named `id:argument`' }),
          }),
        },
      },
    },
    async () => ({
      metrics: [
        ...[...METRICS, ...CALCULATED].map(({ id, title, format }) => ({ id, title, format })),
        ...setUp('metric').map(({ id, document }) => {
          const { name, format = 'number' } = document as { name: string; format?: string };
          return { id, title: named(name), format, isSetUp: true as const };
        }),
      ],
      families: ALL_METRIC_FAMILIES.map(({ id, title, argument }) => ({ id, title, argument })),
    }),
  );
}

function segmentRoute(app: FastifyInstance, { setUp }: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/analytics/segments',
    {
      config,
      schema: {
        operationId: 'listSegments',
        summary: 'Segments that were set up; audiences are segments too',
        tags,
        response: {
          200: Type.Object({
            segments: Type.Array(
              Type.Object({ id: Type.String(), name: Type.String(), level: SegmentLevel }),
            ),
          }),
        },
      },
    },
    async () => ({
      segments: setUp('segment').map(({ id, document }) => {
        const { name, level } = document as { name: string; level: SegmentLevel };
        return { id, name, level };
      }),
    }),
  );
}

function usesRoute(app: FastifyInstance, analytics: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/analytics/uses',
    {
      config,
      schema: {
        operationId: 'listUses',
        summary: 'What the workspaces ask by, the most used first: dimensions, metrics, segments, audiences',
        tags,
        response: {
          200: Type.Object({
            uses: Type.Array(
              Type.Object({
                kind: Type.Enum([...USED_KINDS]),
                id: Type.String(),
                count: Type.Integer({ description: 'Parts of workspaces that name it' }),
              }),
            ),
          }),
        },
      },
    },
    async () => {
      const uses = usesIn(analytics.workspaces().map(({ document }) => document));
      return {
        uses: USED_KINDS.flatMap((kind) => [...uses[kind]].map(([id, count]) => ({ kind, id, count }))).sort(
          (a, b) => b.count - a.count,
        ),
      };
    },
  );
}
