import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One connection to the embedded engine. Connections of one process share its data and run side by side. */
export type Connection = object & { readonly __connection?: never };

export interface RawInsert {
  readonly rowsWritten: number;
  readonly bytesWritten: number;
}

/**
 * The native functions of the npm package `chdb` that the child uses. Its public `Session` is not enough: its raw
 * insert rebuilds the statement from parts and counts lines (1.1 us a row), it runs bound queries one after another
 * in the whole process, and a session that closes waits for the queries of all others.
 */
export interface Addon {
  CreateConnection(folder: string, args?: readonly string[]): Connection;
  CloseConnection(connection: Connection): void;
  QueryAsyncConnection(connection: Connection, sql: string, format: string): Promise<unknown>;
  InsertRawAsyncConnection(
    connection: Connection,
    statement: string,
    body: Buffer,
    countLines: boolean,
  ): Promise<RawInsert>;
}

/** Loads the engine's library (0.4 s, 200 MB). Only ever in the main thread of a process of its own: see child.ts. */
export function loadAddon(): Addon {
  const require = createRequire(import.meta.url);
  const loader = require(join(dirname(require.resolve('chdb')), 'dist', 'loader.js')) as {
    loadNative(): Addon;
  };
  return loader.loadNative();
}
