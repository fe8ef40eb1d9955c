/** Audiences: who enters and who leaves, live; their past from the warehouse. */

export { addPast } from './add-past.ts';
export { audienceKind } from './audience-kind.ts';
export { AudienceBook } from './book.ts';
export { AUDIENCE_KEY, type AudienceDocument, readDocument } from './document.ts';
export { type HistoryEvent, traitsOfHistory } from './history.ts';
export { type Past, type PastDeps, startPast } from './past.ts';
export { audiencesTurned } from './products-held.ts';
export type { AudienceProgram, LiveAudience } from './program.ts';
export { type Move, Qualifier } from './qualify.ts';
export type { FilledBody, HistoryEntry, SweepBody, TraitsBody } from './records.ts';
export { type AudienceDeps, audienceRoutes } from './routes.ts';
export type { AudienceState, Fill, Rule, Sweep } from './standing.ts';
export { TRAIT_KEY, traitIn } from './trait-document.ts';
export { traitKind } from './trait-kind.ts';
export { type TraitValue, traitRoutes, traitValues } from './trait-routes.ts';
