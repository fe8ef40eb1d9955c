import { type Static, Type } from 'typebox';
import { CompareRange, Range } from '../range/schema.ts';
import { Filters, Segments } from '../segment/schema.ts';

const closed = { additionalProperties: false } as const;
const Text = (most: number) => Type.String({ minLength: 1, maxLength: most });
const Id = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,64}$' });
const PANELS_MAX = 100;
const PARTS_MAX = 100;

const Look = Type.Record(Type.String(), Type.Unknown(), {
  description: 'Settings of the drawing; the interface knows',
});

/** What counts for all questions below, where they do not say otherwise. */
const Inherited = {
  compare: Type.Optional(CompareRange),
  segments: Type.Optional(Segments),
  filters: Type.Optional(Filters),
} as const;

/** What a part leaves aside of that which its panel and workspace say. */
const Without = Type.Object(
  {
    compare: Type.Optional(Type.Literal(true)),
    segments: Type.Optional(Segments),
    filters: Type.Optional(Filters),
  },
  closed,
);

/** A part of a panel: a question with how it is drawn, or words. */
const Part = Type.Union([
  Type.Object(
    {
      id: Id,
      title: Type.Optional(Text(200)),
      question: Type.String({
        pattern: '^[a-z-]{1,64}$',
        description: 'A kind of question, such as `table`',
      }),
      query: Type.Record(Type.String(), Type.Unknown(), {
        description:
          'What `POST /api/analytics/{question}` takes; without a range, that of the panel or workspace',
      }),
      view: Type.Optional(
        Type.String({ maxLength: 64, description: 'How it is drawn; the interface knows' }),
      ),
      look: Type.Optional(Look),
      without: Type.Optional(Without),
    },
    { ...closed, title: 'Question' },
  ),
  Type.Object(
    { id: Id, text: Type.String({ maxLength: 20_000 }), look: Type.Optional(Look) },
    { ...closed, title: 'Words' },
  ),
]);

const Panel = Type.Object(
  {
    id: Id,
    title: Type.Optional(Text(200)),
    range: Type.Optional(Range),
    ...Inherited,
    parts: Type.Array(Part, { maxItems: PARTS_MAX }),
  },
  { ...closed, title: 'Panel' },
);

/** A saved analysis: panels of questions and words. */
export const Workspace = Type.Object(
  {
    name: Text(200),
    description: Type.Optional(Text(2_000)),
    range: Range,
    ...Inherited,
    panels: Type.Array(Panel, { maxItems: PANELS_MAX }),
    roles: Type.Optional(
      Type.Array(Text(64), { maxItems: 20, description: 'Who is shown it in lists; everybody unless said' }),
    ),
  },
  closed,
);
export type Workspace = Static<typeof Workspace>;
export type Part = Static<typeof Part>;

/** Something that happened outside of the data, shown beside them: a campaign, an outage, a holiday. */
export const Annotation = Type.Object(
  {
    title: Text(200),
    text: Type.Optional(Text(2_000)),
    from: Type.String({ format: 'date' }),
    to: Type.Optional(Type.String({ format: 'date', description: 'Included; the same day unless said' })),
    color: Type.Optional(Type.String({ pattern: '^[a-z0-9#-]{1,32}$' })),
    workspaces: Type.Optional(Type.Array(Id, { maxItems: 1_000, description: 'All unless said' })),
  },
  closed,
);

/** A workspace as it was when somebody shared it by a link: the document and its answers of then. */
export const SharedView = Type.Object(
  {
    workspace: Id,
    document: Workspace,
    /** ms since the epoch. */
    at: Type.Integer(),
    by: Type.String(),
    /** By panel and part: `panel/part`. */
    answers: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);
export type SharedView = Static<typeof SharedView>;
