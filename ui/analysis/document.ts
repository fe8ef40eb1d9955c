import type { paths } from '../api/schema.d.ts';
import type { Compare, Filter, Range, Segment } from './api-types.ts';

type Shared = paths['/api/analytics/shared/{secret}']['get']['responses'][200]['content']['application/json'];

/** A saved analysis, as the server keeps it. */
export type Workspace = Shared['document'];
export type Panel = Workspace['panels'][number];
type AnyPart = Panel['parts'][number];
/** A question with how it is drawn. */
export type QuestionPart = Extract<AnyPart, { question: string }>;
/** Words between questions. */
export type WordsPart = Extract<AnyPart, { text: string }>;
export type Part = QuestionPart | WordsPart;

/** Width in columns of twelve, height in pixels; what else a kind of part keeps of its drawing. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly [setting: string]: unknown;
}

/** What every query may say of its own; what is missing comes from the panel and the workspace. */
export interface OwnScope {
  readonly range?: Range;
  readonly compare?: Compare;
  readonly segments?: readonly Segment[];
  readonly filters?: readonly Filter[];
}

/** Whether a part asks something. */
export function isQuestion(part: Part): part is QuestionPart {
  return 'question' in part;
}

/** How a part is drawn. */
export function lookOf(part: Part): Look {
  return (part.look ?? {}) as Look;
}

/** What a query is asked with: its own range, segments and filters, and those of the panel and workspace around it. */
export interface Asked {
  readonly range: Range;
  readonly compare?: Compare;
  readonly segments: readonly Segment[];
  readonly filters: readonly Filter[];
}
