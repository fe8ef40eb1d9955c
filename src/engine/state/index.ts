export { restoreState } from './backup.ts';
export { type LmdbStateOptions, openLmdbState } from './lmdb-state.ts';
export { emptyMemory, type Memory, openMemoryState } from './memory-state.ts';
export { openPostgresState, type PostgresStateOptions } from './postgres-state.ts';
export {
  type Change,
  COLLECTIONS,
  type Collection,
  type Entry,
  type RangeQuery,
  type State,
} from './state.ts';
