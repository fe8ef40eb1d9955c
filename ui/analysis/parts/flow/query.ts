import type { AnswerOf, QueryOf } from '../../api-types.ts';
import type { PartViewProps } from '../../part-kind.ts';

type Path = '/api/analytics/flow';
/** Ranges count from the panel, so the query has none of its own. */
export type FlowQuery = Omit<QueryOf<Path>, 'range'>;
export type FlowAnswer = AnswerOf<Path>;

/** What the drawing is given. */
export type FlowProps = PartViewProps<FlowQuery, FlowAnswer>;
