import type { AnswerOf, QueryOf } from '../../api-types.ts';
import type { PartViewProps } from '../../part-kind.ts';

type Path = '/api/analytics/experiment';
/** Ranges count from the panel, so the query has none of its own. */
export type ExperimentQuery = Omit<QueryOf<Path>, 'range'>;
export type ExperimentAnswer = AnswerOf<Path>;
export type Variant = ExperimentAnswer['variants'][number];
export type Result = Variant['results'][number];

/** What the drawing is given. */
export type ExperimentProps = PartViewProps<ExperimentQuery, ExperimentAnswer>;
