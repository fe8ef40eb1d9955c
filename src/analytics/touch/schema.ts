import { type Static, Type } from 'typebox';
import { Matcher, TextTest } from '../../core/condition/index.ts';
import { DimensionId } from '../segment/schema.ts';

const closed = { additionalProperties: false } as const;

/** A touchpoint: events of the condition language, or of a value of a dimension. */
export const Touch = Type.Union(
  [
    Matcher,
    Type.Object({ dimension: DimensionId, text: TextTest }, { ...closed, title: 'Value of a dimension' }),
  ],
  { title: 'Touchpoint' },
);
export type Touch = Static<typeof Touch>;
