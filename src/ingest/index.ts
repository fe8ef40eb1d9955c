export { CLIENT_IP_POLICIES, type ClientIpPolicy } from './client.ts';
export type { ClientDeps } from './client-routes.ts';
export {
  type CollectCall,
  type Collector,
  type CollectorDeps,
  createCollector,
  type NativeAnswer,
  type RejectedEvent,
} from './collect.ts';
export { decodeCollected } from './decode.ts';
export type { CollectedHeader, Decoded, DecodedEvent, Reject, RejectCode } from './decoded.ts';
export { check, emptySeen, hasSeen, SEEN_DAYS, SEEN_MAX, type Seen, seenUntil } from './dedupe.ts';
export { BATCH_EVENTS_MAX } from './envelope.ts';
export {
  createImports,
  dryRun,
  IMPORT_USAGE,
  type ImportCommandDeps,
  type Imports,
  importCommand,
  importRoutes,
  openFile,
  parseMap,
  reasonOf,
  splitCsv,
} from './import/index.ts';
export {
  createQuarantine,
  type Quarantine,
  type QuarantineDeps,
  type QuarantineFilter,
  type QuarantinePage,
  type ReplayAnswer,
  type ReplayOrder,
} from './quarantine.ts';
export {
  decodeEntry,
  encodeEntry,
  type QuarantineEntry,
  QuarantineEntrySchema,
  quarantineChange,
  quarantineKey,
  ROW_REFUSED,
  rejectEvent,
} from './quarantine-entry.ts';
export { type IngestDeps, ingestRoutes } from './routes.ts';
export { decodeSeen, encodeSeen } from './seen-text.ts';
export type { Source, SourceBook } from './source.ts';
export { createSourceBook, sourceKey } from './source-book.ts';
export { sourceKind } from './source-kind.ts';
export { type SourceDeps, sourceRoutes } from './source-routes.ts';
export { parseTime } from './time.ts';
export { BODY_BYTES_MAX } from './unpack.ts';
