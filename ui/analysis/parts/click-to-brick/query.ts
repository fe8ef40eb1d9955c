import type { AnswerOf, QueryOf } from '../../api-types.ts';
import type { PartViewProps } from '../../part-kind.ts';

type Path = '/api/analytics/click-to-brick';
/** Ranges count from the panel, so the query has none of its own. */
export type BrickQuery = Omit<QueryOf<Path>, 'range'>;
export type BrickAnswer = AnswerOf<Path>;

/** What the drawing is given. */
export type BrickProps = PartViewProps<BrickQuery, BrickAnswer>;
