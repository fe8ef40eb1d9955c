import type { paths } from '../api/schema.d.ts';

/** What a question is asked with, by its path: `QueryOf<'/api/analytics/table'>`. */
export type QueryOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer T } } };
}
  ? T
  : never;

/** What a question answers, by its path. */
export type AnswerOf<Path extends keyof paths> = paths[Path] extends {
  post: { responses: { 200: { content: { 'application/json': { answer: infer T } } } } };
}
  ? T
  : never;

/** What an answer says of itself: rows read, time taken, up to when the data are complete, whether it is exact. */
export type About =
  paths['/api/analytics/table']['post']['responses'][200]['content']['application/json']['about'];

type Scoped = QueryOf<'/api/analytics/table'>;
/** A stretch of time: between, rolling, calendar. */
export type Range = Scoped['range'];
/** What a range is compared with. */
export type Compare = NonNullable<Scoped['compare']>;
/** Whom or which events a question is about. */
export type Segment = NonNullable<Scoped['segments']>[number];
/** A test of a dimension. */
export type Filter = NonNullable<Scoped['filters']>[number];
