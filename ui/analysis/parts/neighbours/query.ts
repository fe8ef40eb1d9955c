import type { AnswerOf, QueryOf } from '../../api-types.ts';
import type { PartViewProps } from '../../part-kind.ts';

type Path = '/api/analytics/neighbours';
/** Ranges count from the panel, so the query has none of its own. */
export type NeighboursQuery = Omit<QueryOf<Path>, 'range'>;
export type NeighboursAnswer = AnswerOf<Path>;

/** What the drawing is given. */
export type NeighboursProps = PartViewProps<NeighboursQuery, NeighboursAnswer>;
