import { type Static, Type } from 'typebox';
import { ComputedTrait, type Condition } from '../core/condition/index.ts';

const closed = { additionalProperties: false } as const;
const PARTS_MAX = 50;
const SPLIT_PARTS_MAX = 20;
const VALUES_MAX = 500;
/** Members of a ranking: each is put on it by an event of her own. */
const RANKED_MAX = 1_000_000;

/** An audience by its id, or a part of one that is split: `loyal`, `loyal/control`. */
export const MEMBER_PATTERN = '^[A-Za-z0-9_.:-]{1,128}(/[A-Za-z0-9_-]{1,64})?$';
const Name = Type.String({ minLength: 1, maxLength: 200 });
const PartId = Type.String({
  pattern: '^[A-Za-z0-9_-]{1,64}$',
  description: 'Asked for as <audience>/<part>',
});

const self = Type.Ref('AudienceSet');
const Sets = Type.Array(self, { minItems: 1, maxItems: PARTS_MAX });

/** Who an audience is made of: other audiences, their union or overlap, what is left of one, or a condition among them. */
const SetCycle = Type.Cyclic(
  {
    AudienceSet: Type.Union([
      Type.String({ pattern: MEMBER_PATTERN, title: 'Audience' }),
      Type.Object({ union: Sets }, { ...closed, title: 'In any of' }),
      Type.Object({ intersect: Sets }, { ...closed, title: 'In all of' }),
      Type.Object({ from: self, exclude: Sets }, { ...closed, title: 'Without' }),
      Type.Object(
        { condition: Type.Unsafe<Condition>({ type: 'object' }) },
        { ...closed, title: 'By condition' },
      ),
    ]),
  },
  'AudienceSet',
);
export type AudienceSet =
  | string
  | { readonly union: AudienceSet[] }
  | { readonly intersect: AudienceSet[] }
  | { readonly from: AudienceSet; readonly exclude: AudienceSet[] }
  | { readonly condition: Condition };

/** A set as a document. */
export const AudienceSetSchema = Type.Unsafe<AudienceSet>(SetCycle);

/** Only the first so many by a number, worked out now and then. */
export const RankSchema = Type.Object(
  {
    by: Type.Union(
      [
        Type.Object({ attribute: Type.String({ minLength: 1, maxLength: 256 }) }, closed),
        Type.Object({ score: Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' }) }, closed),
        Type.Object(
          { trait: Type.Union([Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' }), ComputedTrait]) },
          closed,
        ),
      ],
      { description: 'The number: an attribute, a score, or a measure of behaviour' },
    ),
    order: Type.Union([Type.Literal('most'), Type.Literal('least')], { description: 'Who comes first' }),
    limit: Type.Integer({ minimum: 1, maximum: RANKED_MAX, description: 'How many people' }),
    every: Type.Optional(
      Type.String({
        pattern: '^[1-9][0-9]{0,5}(min|h|d|w)$',
        description: 'How often it is worked out anew; 1d unless said',
      }),
    ),
  },
  { ...closed, title: 'Ranking' },
);
export type Rank = Static<typeof RankSchema>;

/** The audience in named parts: by chance that stays the same for a person, or by the value of an attribute. */
export const SplitSchema = Type.Union(
  [
    Type.Object(
      {
        named: Type.Optional(
          Type.String({
            pattern: '^[A-Za-z0-9_.:-]{1,128}$',
            description: 'Splits of one name cut everybody alike; the id of the audience unless said',
          }),
        ),
        parts: Type.Array(
          Type.Object(
            { id: PartId, name: Name, share: Type.Number({ exclusiveMinimum: 0, maximum: 1 }) },
            closed,
          ),
          { minItems: 1, maxItems: SPLIT_PARTS_MAX },
        ),
      },
      { ...closed, title: 'By share' },
    ),
    Type.Object(
      {
        attribute: Type.String({ minLength: 1, maxLength: 256 }),
        parts: Type.Array(
          Type.Object(
            {
              id: PartId,
              name: Name,
              values: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: VALUES_MAX }),
            },
            closed,
          ),
          { minItems: 1, maxItems: SPLIT_PARTS_MAX },
        ),
        other: Type.Optional(
          Type.Object({ id: PartId, name: Name }, { ...closed, description: 'Everybody else' }),
        ),
      },
      { ...closed, title: 'By attribute' },
    ),
  ],
  { title: 'Split' },
);
export type Split = Static<typeof SplitSchema>;

/** A part of a split: who of the audience is in it. */
export interface SplitPart {
  readonly id: string;
  readonly name: string;
  readonly condition: Condition;
}

/** What a set means as a condition. */
export function conditionOfSet(set: AudienceSet): Condition {
  if (typeof set === 'string') return { member: set };
  if ('union' in set) return { any: set.union.map(conditionOfSet) };
  if ('intersect' in set) return { all: set.intersect.map(conditionOfSet) };
  if ('condition' in set) return set.condition;
  return { all: [conditionOfSet(set.from), { not: { any: set.exclude.map(conditionOfSet) } }] };
}

const SHARE_STEPS = 10_000;

/** The parts of an audience's split. Shares follow each other in the order of the parts; what they leave over is in no part. */
export function partsOf(audience: string, split: Split): SplitPart[] {
  const whole: Condition = { member: audience };
  if (!('attribute' in split)) {
    let sum = 0;
    return split.parts.map(({ id, name, share }) => {
      const from = sum;
      sum = Math.min(1, Math.round((sum + share) * SHARE_STEPS) / SHARE_STEPS);
      const isAll = from === 0 && sum === 1;
      const test: Condition = { split: split.named ?? audience, from, to: sum };
      return { id, name, condition: isAll ? whole : { all: [whole, test] } };
    });
  }
  const { attribute, parts, other } = split;
  const has = (values: readonly string[]): Condition => ({ attribute, text: { anyOf: [...values] } });
  const named = parts.map(({ id, name, values }) => ({
    id,
    name,
    condition: { all: [whole, has(values)] } satisfies Condition,
  }));
  if (!other) return named;
  const values = parts.flatMap((part) => part.values);
  return [...named, { ...other, condition: { all: [whole, { not: has(values) }] } }];
}

/** The audience that a member belongs to: of `loyal/control` it is `loyal`. */
export function wholeOf(member: string): string {
  return member.split('/', 1)[0]!;
}
