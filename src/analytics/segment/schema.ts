import { type Static, Type } from 'typebox';
import { NumberTest, TextTest } from '../../core/condition/index.ts';

const closed = { additionalProperties: false } as const;
const Id = Type.String({ pattern: '^[A-Za-z0-9_.:-]{1,128}$' });

/** At which level a segment holds: it keeps all events of people, or of sessions, of which its condition is true, or single events. */
export const SegmentLevel = Type.Enum(['person', 'session', 'event']);
export type SegmentLevel = Static<typeof SegmentLevel>;

/** A condition as a document; what is wrong with it is said with its place. */
export const ConditionDocument = Type.Unsafe<object>({
  type: 'object',
  description: 'A condition (docs/conditions.md)',
});

/** Whom, or which events, a question is about. */
export const Segment = Type.Union(
  [
    Type.Object({ segment: Id }, { ...closed, title: 'A segment that was set up' }),
    Type.Object({ audience: Id }, { ...closed, title: 'The people of an audience' }),
    Type.Object(
      {
        level: SegmentLevel,
        condition: ConditionDocument,
        name: Type.Optional(
          Type.String({
            minLength: 1,
            maxLength: 200,
            description: 'What readers call it; it changes nothing',
          }),
        ),
      },
      { ...closed, title: 'A condition' },
    ),
  ],
  { title: 'Segment' },
);
export type Segment = Static<typeof Segment>;

/** How queries name a dimension. */
export const DimensionId = Type.String({
  pattern: '^[a-z][a-z-]{0,31}(:.{1,300})?$',
  description: 'An id of GET /api/analytics/dimensions, or one of a family: `property:color`',
});

/** Rows whose value of a dimension passes a test. */
export const Filter = Type.Union(
  [
    Type.Object({ dimension: DimensionId, text: TextTest }, { ...closed, title: 'By text' }),
    Type.Object({ dimension: DimensionId, number: NumberTest }, { ...closed, title: 'By number' }),
  ],
  { title: 'Filter' },
);
export type Filter = Static<typeof Filter>;

const SEGMENTS_MAX = 20;
const FILTERS_MAX = 50;

/** All of these must hold. */
export const Segments = Type.Array(Segment, { maxItems: SEGMENTS_MAX });
/** All of these must pass. */
export const Filters = Type.Array(Filter, { maxItems: FILTERS_MAX });
