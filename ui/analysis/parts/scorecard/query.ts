import type { AnswerOf, QueryOf } from '../../api-types.ts';

type Path = '/api/analytics/scorecard';
/** Ranges count from the panel, so the query has none of its own. */
export type ScorecardQuery = Omit<QueryOf<Path>, 'range'>;
export type ScorecardAnswer = AnswerOf<Path>;
