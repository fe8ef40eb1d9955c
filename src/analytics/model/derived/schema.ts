import { type Static, Type } from 'typebox';
import { NumberTest, TextTest } from '../../../core/condition/index.ts';
import { DimensionId } from '../../segment/schema.ts';

const closed = { additionalProperties: false } as const;
const self = Type.Ref('Derived');
const Text = Type.String({ maxLength: 500 });
const CASES_MAX = 200;
const VALUES_MAX = 2_000;
const PARTS_MAX = 20;

const Test = Type.Object(
  { of: self, text: Type.Optional(TextTest), number: Type.Optional(NumberTest) },
  { ...closed, minProperties: 2, maxProperties: 2, title: 'Test' },
);

/** What is found in a value of a URL. */
const UrlPart = Type.Union([
  Type.Enum(['protocol', 'host', 'path', 'query', 'fragment']),
  Type.Object({ parameter: Type.String({ minLength: 1, maxLength: 100 }) }, closed),
]);

/** How several values of a session or person become one. */
export const SUMMARIES = [
  'first',
  'last',
  'least',
  'greatest',
  'sum',
  'mean',
  'median',
  'count',
  'distinct',
  'most-common',
  'least-common',
] as const;

const Within = Type.Enum(['session', 'person']);

/**
 * A value made of values of dimensions. One key says what is done; all values are texts, and what is done with numbers takes texts that
 * are numbers for them.
 */
export const DerivedSchema = Type.Cyclic(
  {
    Derived: Type.Union([
      Type.Object({ dimension: DimensionId }, { ...closed, title: 'Value of a dimension' }),
      Type.Object({ constant: Text }, { ...closed, title: 'A text' }),
      Type.Object(
        {
          case: Type.Array(
            Type.Object(
              { when: Type.Array(Test, { minItems: 1, maxItems: PARTS_MAX }), value: self },
              closed,
            ),
            { minItems: 1, maxItems: CASES_MAX, description: 'The first whose tests all pass counts' },
          ),
          otherwise: Type.Optional(self),
        },
        { ...closed, title: 'Case when' },
      ),
      Type.Object(
        {
          classify: self,
          values: Type.Record(Type.String({ maxLength: 500 }), Text, { maxProperties: VALUES_MAX }),
          otherwise: Type.Optional(self),
        },
        {
          ...closed,
          title: 'Classify',
          description: 'Values by a list; others stay what they are unless said',
        },
      ),
      Type.Object(
        {
          concatenate: Type.Array(self, { minItems: 1, maxItems: PARTS_MAX }),
          separator: Type.Optional(Text),
        },
        { ...closed, title: 'Concatenate', description: 'Empty values are left out' },
      ),
      Type.Object(
        { replace: self, find: Type.String({ minLength: 1, maxLength: 500 }), with: Text },
        { ...closed, title: 'Find and replace' },
      ),
      Type.Object({ lower: self }, { ...closed, title: 'Lower case' }),
      Type.Object({ trim: self }, { ...closed, title: 'Trim blanks' }),
      Type.Object(
        {
          lookup: self,
          table: Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' }),
          column: Type.Optional(
            Type.String({ minLength: 1, maxLength: 200, description: 'Of several; the first unless said' }),
          ),
          otherwise: Type.Optional(self),
        },
        { ...closed, title: 'Look up', description: 'In a definition of kind `lookup`' },
      ),
      Type.Object(
        { merge: Type.Array(self, { minItems: 1, maxItems: PARTS_MAX }) },
        { ...closed, title: 'Merge', description: 'The first that is not empty' },
      ),
      Type.Object({ next: self, within: Within }, { ...closed, title: 'Of the next event' }),
      Type.Object({ previous: self, within: Within }, { ...closed, title: 'Of the event before' }),
      Type.Object(
        { regex: self, find: Type.String({ minLength: 1, maxLength: 500 }), with: Text },
        { ...closed, title: 'Regular expression', description: 'RE2; groups are \\1, \\2 … in `with`' },
      ),
      Type.Object(
        {
          split: self,
          by: Type.String({ minLength: 1, maxLength: 20 }),
          part: Type.Integer({ minimum: -50, maximum: 50, description: '1 is the first part, -1 the last' }),
        },
        { ...closed, title: 'Split' },
      ),
      Type.Object({ url: self, part: UrlPart }, { ...closed, title: 'Part of a URL' }),
      Type.Object(
        { math: Type.Enum(['+', '-', '*', '/']), of: Type.Array(self, { minItems: 2, maxItems: 2 }) },
        { ...closed, title: 'Reckon' },
      ),
      Type.Object(
        { summarize: self, within: Within, by: Type.Enum(SUMMARIES) },
        { ...closed, title: 'Summarize' },
      ),
    ]),
  },
  'Derived',
);
export type Derived = Static<typeof DerivedSchema>;
