import type { AnswerOf, QueryOf } from '../../api-types.ts';
import type { PartViewProps } from '../../part-kind.ts';

type Path = '/api/analytics/cohort';
/** Ranges count from the panel, so the query has none of its own. */
export type CohortQuery = Omit<QueryOf<Path>, 'range'>;
export type CohortAnswer = AnswerOf<Path>;
export type Criterion = CohortQuery['inclusion'][number];
export type Row = CohortAnswer['rows'][number];

/** What the drawing is given. */
export type CohortProps = PartViewProps<CohortQuery, CohortAnswer>;

/** Whether cells say shares or people. */
export type Shown = 'share' | 'people';
