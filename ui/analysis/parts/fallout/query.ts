import type { AnswerOf, QueryOf } from '../../api-types.ts';
import type { PartViewProps } from '../../part-kind.ts';

type Path = '/api/analytics/fallout';
/** Ranges count from the panel, so the query has none of its own. */
export type FalloutQuery = Omit<QueryOf<Path>, 'range'>;
export type FalloutAnswer = AnswerOf<Path>;
export type Step = FalloutQuery['steps'][number];

/** What the drawing is given. */
export type FalloutProps = PartViewProps<FalloutQuery, FalloutAnswer>;

/** Which share of whom is drawn: of the first step, or of everybody in the range. */
export type Base = 'first' | 'all';
