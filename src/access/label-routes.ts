import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { TypeBoxTypes } from '../core/index.ts';
import type { Definitions } from '../definition/index.ts';
import { DEFAULT_LABELS, LabelsSchema } from './labels.ts';

const KEY = 'labels';

/** `GET /api/labels`: what is hidden from whom now, be it published or what holds until somebody publishes labels. */
export function labelRoutes(app: FastifyInstance, definitions: Pick<Definitions, 'get' | 'head'>): void {
  app.withTypeProvider<TypeBoxTypes>().get(
    '/api/labels',
    {
      config: { permission: 'settings.write' },
      schema: {
        operationId: 'readLabels',
        summary: 'Labels of personal data and from whom each is hidden, as they count now',
        description:
          'Change them by POST /api/definitions/labels/labels/publish with If-Match of the version.',
        tags: ['access'],
        response: {
          200: Type.Object({
            document: LabelsSchema,
            version: Type.Integer({ description: '0 while nobody published any' }),
          }),
        },
      },
    },
    () => ({
      document: (definitions.get(KEY) as typeof DEFAULT_LABELS | undefined) ?? DEFAULT_LABELS,
      version: definitions.head(KEY)?.version ?? 0,
    }),
  );
}
