import type { AnswerOf, QueryOf } from '../../api-types.ts';
import type { PartViewProps } from '../../part-kind.ts';

type Path = '/api/analytics/histogram';
/** Ranges count from the panel, so the query has none of its own. */
export type HistogramQuery = Omit<QueryOf<Path>, 'range'>;
export type HistogramAnswer = AnswerOf<Path>;
export type Bucket = HistogramAnswer['buckets'][number];

/** What the drawing is given. */
export type HistogramProps = PartViewProps<HistogramQuery, HistogramAnswer>;
