export { type LmdbLogOptions, openLmdbLog } from './lmdb-log.ts';
export type { Log, LogBounds, LogRecord } from './log.ts';
