import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import { mustNotAskFor, type TypeBoxTypes } from '../core/index.ts';
import type { Analytics } from './analytics.ts';
import type { Frame } from './frame.ts';
import { DerivedSchema } from './model/derived/schema.ts';
import { ChannelRules } from './model/dimensions/channel-rules.ts';
import { DEFAULT_CHANNELS } from './model/dimensions/default-channels.ts';
import { TableAnswer } from './questions/table/query.ts';
import { QUESTIONS } from './questions.ts';
import { Range } from './range/schema.ts';
import { orderOf } from './run/order.ts';
import { answerWithNames, ValueNames } from './value-names.ts';

const tags = ['analytics'];
const closed = { additionalProperties: false } as const;
const LIMIT_MAX = 1_000;
const LIMIT = 50;
/** What the dimension is called while nobody has saved it. */
const ID = 'preview';

const Preview = Type.Object(
  {
    range: Range,
    of: Type.Union([
      Type.Object({ dimension: DerivedSchema }, { ...closed, title: 'A derived dimension' }),
      Type.Object({ channels: ChannelRules }, { ...closed, title: 'Rules of marketing channels' }),
    ]),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: LIMIT_MAX, description: 'Values shown, 50 unless said' }),
    ),
  },
  { ...closed, title: 'Preview' },
);
type Preview = Static<typeof Preview>;

/** Routes for those who set up dimensions and channels: what a document would say before it is saved, and the rules that count now. */
export function previewRoutes(app: FastifyInstance, analytics: Analytics): void {
  const routes = app.withTypeProvider<TypeBoxTypes>();
  app.post(
    '/api/analytics/preview',
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId: 'previewDimension',
        summary: 'The values of a dimension that is not saved yet',
        description:
          'By the given document, whatever is live: its values with how many events and people each has, as a table of one level says them.',
        tags,
        body: Preview,
        response: { 200: Type.Object({ answer: TableAnswer, names: Type.Optional(ValueNames) }) },
      },
    },
    async (request, reply) => {
      mustNotAskFor(request, request.body);
      const asked = request.body as Preview;
      const order = await orderOf(analytics, request, reply, 'table');
      const table = QUESTIONS.find(({ id }) => id === 'table')!;
      const framed = { ...order, frame: within(order.frame, asked) };
      const { answer, names } = await answerWithNames(analytics, request, framed, table, queryOf(asked));
      return { answer: answer as TableAnswer, ...(names ? { names } : {}) };
    },
  );
  routes.get(
    '/api/analytics/channels',
    {
      config: { permission: 'analytics.read' },
      schema: {
        operationId: 'readChannelRules',
        summary: 'The rules of marketing channels that count now',
        tags,
        response: {
          200: Type.Object({
            rules: ChannelRules.properties.rules,
            isDefault: Type.Boolean({ description: 'Nobody has set up rules of the workspace’s own' }),
          }),
        },
      },
    },
    async () => {
      const own = analytics.definition('channels') as ChannelRules | undefined;
      return { rules: (own ?? DEFAULT_CHANNELS).rules, isDefault: own === undefined };
    },
  );
}

/** The frame with the document in place of what is live. */
function within(frame: Frame, { of }: Preview): Frame {
  const [given, document] =
    'channels' in of ? ['channels', of.channels] : [`dimension/${ID}`, { value: of.dimension }];
  return { ...frame, definition: (key) => (key === given ? document : frame.definition(key)) };
}

function queryOf({ of, range, limit = LIMIT }: Preview): object {
  const dimension = 'channels' in of ? 'marketing-channel' : `derived:${ID}`;
  return { range, levels: [{ dimension, limit }], columns: [{ metric: 'events' }, { metric: 'people' }] };
}
