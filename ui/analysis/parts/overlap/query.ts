import type { AnswerOf, QueryOf } from '../../api-types.ts';
import type { PartViewProps } from '../../part-kind.ts';

type Path = '/api/analytics/overlap';
/** Ranges count from the panel, so the query has none of its own. */
export type OverlapQuery = Omit<QueryOf<Path>, 'range'>;
export type OverlapAnswer = AnswerOf<Path>;
export type Region = OverlapAnswer['regions'][number];

/** What the drawing is given. */
export type OverlapProps = PartViewProps<OverlapQuery, OverlapAnswer>;
