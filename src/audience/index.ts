/** Audiences: who enters and who leaves, live; their past from the warehouse. */

export { addPast } from './add-past.ts';
export { audienceKind } from './audience-kind.ts';
export { AudienceBook } from './book.ts';
export { AUDIENCE_KEY, type AudienceDocument, audiencesAmong } from './document.ts';
export { standsUntil } from './dues.ts';
export { estimate } from './estimate.ts';
export { type HistoryEvent, traitsOfHistory } from './history.ts';
export { type ListWork, startListWork } from './list-work.ts';
export { changeList, type LogSide } from './lists.ts';
export type { Move } from './move.ts';
export { type PastDeps, startPast } from './past.ts';
export { audiencesTurned, productsHeld } from './products-held.ts';
export type { AudienceProgram, LiveAudience } from './program.ts';
export { Qualifier } from './qualify.ts';
export type { FilledBody, HistoryEntry, ListBody, ListEntry, SweepBody, TraitsBody } from './records.ts';
export type { Rounds } from './rounds.ts';
export { type AudienceDeps, audienceRoutes } from './routes.ts';
export { keepSample, type Sample } from './sample.ts';
export { type AudienceState, BEGUN, type Fill, isBegun, type Rule, type Sweep } from './standing.ts';
export { TRAIT_KEY, traitIn } from './trait-document.ts';
export { traitKind } from './trait-kind.ts';
export { type TraitValue, traitRoutes, traitValues } from './trait-routes.ts';
export { vocabularyRoutes } from './vocabulary/routes.ts';
export { createVocabulary } from './vocabulary/vocabulary.ts';
