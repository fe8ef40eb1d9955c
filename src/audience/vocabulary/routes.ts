import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { FieldMask, TypeBoxTypes } from '../../core/index.ts';
import type { Field } from './fields.ts';
import type { VocabularyReader } from './vocabulary.ts';

const NAMES_MAX = 50;
const tags = ['audiences'];

const FieldView = Type.Object({
  path: Type.String(),
  kind: Type.Union(
    [
      Type.Literal('text'),
      Type.Literal('number'),
      Type.Literal('date'),
      Type.Literal('list'),
      Type.Literal('truth'),
    ],
    { description: 'What it mostly holds: the type of its tests' },
  ),
  share: Type.Number({ description: 'Share of the sample that has it, 0-1' }),
  values: Type.Array(Type.String(), {
    description: 'Values that several of the sample have, the most frequent first',
  }),
  range: Type.Optional(Type.Array(Type.Number(), { description: 'Least and greatest of numbers' })),
  isHidden: Type.Boolean({ description: 'Hidden from the caller: conditions of hers may not name it' }),
});
const FieldViews = Type.Array(FieldView);

/** `/api/vocabulary`: the names that conditions are made of, by use, with values that are shared by several. */
export function vocabularyRoutes(app: FastifyInstance, vocabulary: VocabularyReader): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  routes.get(
    '/api/vocabulary',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'readVocabulary',
        summary: 'Names of events and attributes, ranked by use, with sample values',
        tags,
        response: {
          200: Type.Object({
            events: Type.Array(
              Type.Object({
                name: Type.String(),
                count: Type.Integer({ description: 'In the last 90 days' }),
                lastAt: Type.Integer({ description: 'ms since the epoch' }),
              }),
            ),
            attributes: FieldViews,
          }),
        },
      },
    },
    async (request) => {
      const { events, attributes } = await vocabulary.read();
      return { events: [...events], attributes: shown(attributes, request.principal?.mask) };
    },
  );
  routes.get(
    '/api/vocabulary/fields',
    {
      config: { permission: 'audiences.read' },
      schema: {
        operationId: 'readEventFields',
        summary: 'Properties, product fields and context of events, ranked by use, with sample values',
        tags,
        querystring: Type.Object(
          {
            event: Type.Array(Type.String({ minLength: 1, maxLength: 256 }), {
              minItems: 1,
              maxItems: NAMES_MAX,
            }),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ properties: FieldViews, products: FieldViews, context: FieldViews }),
        },
      },
    },
    async (request) => {
      const mask = request.principal?.mask;
      const { properties, products, context } = await vocabulary.fieldsOf(request.query.event);
      return {
        properties: shown(properties, mask),
        products: shown(products, mask),
        context: shown(context, mask),
      };
    },
  );
}

/** Fields as the caller may see them: of those that are hidden from her the name alone. */
function shown(fields: readonly Field[], mask: FieldMask | undefined) {
  return fields.map(({ path, kind, share, values, range }) => {
    const isHidden = mask !== undefined && path.split('.').some((key) => mask.hidesField(key));
    return {
      ...{ path, kind, share, isHidden },
      values: isHidden ? [] : values.map((value) => mask?.text(value) ?? value),
      ...(range === undefined || isHidden ? {} : { range: [...range] }),
    };
  });
}
