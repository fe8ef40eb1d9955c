import { type Static, Type } from 'typebox';
import { CONSENT_WORD } from './consent.ts';

const closed = { additionalProperties: false } as const;
const Word = Type.String({ pattern: CONSENT_WORD });
const PURPOSES_MAX = 50;
const CHANNELS_MAX = 20;
const TEXT = {
  name: Type.String({ minLength: 1, maxLength: 80 }),
  description: Type.Optional(Type.String({ maxLength: 500 })),
};

/** What the retailer asks people to agree to. */
export const PurposesSchema = Type.Object(
  {
    purposes: Type.Array(
      Type.Object(
        {
          key: Type.String({ pattern: CONSENT_WORD, description: 'As events name it; capitals matter' }),
          ...TEXT,
          translations: Type.Optional(
            Type.Record(Type.String({ pattern: '^[a-z]{2,3}$' }), Type.Object(TEXT, closed), {
              description: 'Name and description by language (ISO 639)',
            }),
          ),
          channels: Type.Array(Word, {
            minItems: 1,
            maxItems: CHANNELS_MAX,
            uniqueItems: true,
            description: 'On which it is asked for; `any` alone where one answer stands for all',
          }),
          unsaid: Type.Union([Type.Literal('in'), Type.Literal('out')], {
            description: 'What counts for somebody who said nothing: `out` opt-in, `in` opt-out',
          }),
          state: Type.Union([Type.Literal('active'), Type.Literal('retired')], {
            description: 'Nobody is asked for, or contacted for, a retired one; what was said of it is kept',
          }),
        },
        closed,
      ),
      { maxItems: PURPOSES_MAX },
    ),
  },
  { ...closed, title: 'Consent purposes' },
);
export type Purposes = Static<typeof PurposesSchema>;
/** One purpose that consent is asked for. */
export type Purpose = Purposes['purposes'][number];
