export { type LmdbLogOptions, openLmdbLog } from './lmdb-log.ts';
export type { Log, LogBounds, LogRecord } from './log.ts';
export { createMemoryLog, type MemoryLogOptions } from './memory-log.ts';
export { type RetentionLimits, type RetentionQuestion, trimBefore } from './retention.ts';
export { type LogReport, type PartitionReport, verifyLog } from './verify-log.ts';
