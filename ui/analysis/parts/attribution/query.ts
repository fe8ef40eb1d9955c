import type { AnswerOf, QueryOf } from '../../api-types.ts';
import type { PartViewProps } from '../../part-kind.ts';

type Path = '/api/analytics/attribution';
/** Ranges count from the panel, so the query has none of its own. */
export type AttributionQuery = Omit<QueryOf<Path>, 'range'>;
export type AttributionAnswer = AnswerOf<Path>;
export type Model = AttributionQuery['models'][number];

/** What the drawing is given. */
export type AttributionProps = PartViewProps<AttributionQuery, AttributionAnswer>;
