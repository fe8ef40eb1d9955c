export {
  openWarehouse as openClickHouse,
  QUERY_BYTES_MAX,
  QUERY_SECONDS_MAX,
  type WarehouseAddress,
} from './clickhouse.ts';
export { type CurrentPerson, countOverrides, currentPerson } from './current-person.ts';
export { type EmbeddedOptions, type EmbeddedWarehouse, openEmbeddedWarehouse } from './embedded.ts';
export { isRowFault } from './failures.ts';
export { migrateWarehouse } from './migrate.ts';
export { type Squashed, squashOverrides } from './squash.ts';
export { countJoinedSessions, squashSessions } from './squash-sessions.ts';
export type { ChildEnd } from './start-child.ts';
export { tsv, tsvJson, tsvNumbers, tsvText, tsvTexts, tsvTime } from './tsv.ts';
export type {
  Bindings,
  QueryAnswer,
  QueryLimits,
  QueryStatistics,
  StreamFormat,
  Warehouse,
  WarehouseHealth,
} from './warehouse.ts';
