/** The person: attributes, consents, purchases, sessions; folded per sender, viewed as one. */
export { type Act, type ActDeps, type ActEvent, actRoutes } from './act-routes.ts';
export { attributeOf } from './attributes.ts';
export { compactFragments, type JoinTraits } from './compact.ts';
export { FACT_COLUMNS, factLine, plainLine } from './fact.ts';
export { type Folded, fold } from './fold.ts';
export {
  decodeProfile,
  type EntryKind,
  encodeProfile,
  type Fragment,
  type Memberships,
  type Profile,
} from './fragment.ts';
export { type Booking, book, type Entry, type Holders, restated } from './ledger.ts';
export { isOrderEvent } from './order.ts';
export { type ProfileDeps, profileRoutes } from './routes.ts';
export type { ProfileView, TimelineEvent } from './schemas.ts';
export type { SearchDeps } from './search.ts';
export { searchRoutes } from './search-routes.ts';
export { fragmentFor } from './sender.ts';
export { sessionAt } from './sessions.ts';
export { fragmentIds } from './standing.ts';
export { TraitStates } from './trait-states.ts';
export { createAgentReader } from './user-agent.ts';
export { viewOf } from './view.ts';
