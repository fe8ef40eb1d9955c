import { Agent } from 'node:http';
import { addAbortSignal, Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { refusal } from '../../core/index.ts';
import { readAnswer } from './answer.ts';
import { BLOCK_PARAMETER, BlockFiles, isBlock } from './block-file.ts';
import { copyInto, restoreFrom } from './copy.ts';
import { type Attempt, failure } from './failures.ts';
import { linesInPieces } from './pieces.ts';
import type {
  Bindings,
  Lines,
  QueryAnswer,
  QueryLimits,
  StreamFormat,
  Warehouse,
  WarehouseHealth,
} from './warehouse.ts';

/** Seconds one query may run unless its caller says otherwise. */
export const QUERY_SECONDS_MAX = 30;
/** Bytes of memory one query may take unless its caller says otherwise. */
export const QUERY_BYTES_MAX = 2_000_000_000;
/** Bytes of an answer: it becomes objects in our own process. */
const ANSWER_BYTES_MAX = 256 * 1024 * 1024;
const COMMAND_SECONDS_MAX = 600;
/** An insert that was given up may still succeed, so giving up comes late: when nothing can be hoped for any more. */
const INSERT_SECONDS_MAX = 600;
const COPY_SECONDS_MAX = 6 * 3600;
const HEALTH_SECONDS_MAX = 2;
/** The engine ends a statement at its limit by itself; this is how much later we stop waiting for it. */
const GRACE_MS = 5_000;
const CONNECTIONS_MAX = 32;

/**
 * Where a warehouse answers: a server's address (`http://user:password@host:8123/database`), or the unix socket of an embedded engine and
 * the folder in which it takes blocks of rows as files.
 */
export type WarehouseAddress =
  | { readonly url: string }
  | { readonly socketPath: string; readonly blocks: string };

/** An insert is one block, waits for the disk, and takes texts for what they are. */
const INSERT_SETTINGS = {
  async_insert: 0,
  // A second thread would save a third of the time and cost a tenth more work, which collection needs more.
  max_threads: 1,
  input_format_parallel_parsing: 0,
  // A property that looks like a date stays the text it was, whatever the other rows of its block look like.
  input_format_try_infer_dates: 0,
  input_format_try_infer_datetimes: 0,
  // History of ten years has 120 months in one block. By default a block of more than 100 is refused, now and for ever.
  max_partitions_per_insert_block: '0',
} as const;

/** A price that is no number is left out of `properties`; their text keeps it. (Newer than the types of the client.) */
const JSON_SETTINGS: object = { type_json_skip_invalid_typed_paths: 1, type_json_skip_duplicated_paths: 1 };

/** What every query is told: numbers as numbers, and an answer that is whole before its first byte is sent. */
const QUERY_SETTINGS = {
  readonly: '2',
  // A server, too, ends a query that nobody waits for.
  cancel_http_readonly_queries_on_client_close: 1,
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_decimals: 0,
  output_format_json_named_tuples_as_objects: 1,
  wait_end_of_query: 1,
  // Each step of a reckoning is a select within the next: thirty steps of a way are a hundred levels.
  max_parser_depth: '20000',
  max_ast_depth: '20000',
  max_subquery_depth: '1000',
  max_result_bytes: String(ANSWER_BYTES_MAX),
  result_overflow_mode: 'throw',
} as const;

/**
 * Opens a warehouse that answers at this address, or soon will: nothing is sent before the first call.
 * Refusals of its methods are those of the port.
 */
export function openWarehouse(address: WarehouseAddress): Warehouse {
  const client = connect(address);
  const blocks = 'blocks' in address ? new BlockFiles(address.blocks) : undefined;
  let downSince: number | undefined;

  const command = (attempt: Attempt, sql: string, seconds: number, bindings: Bindings = {}) =>
    within(attempt, seconds, async (abort_signal) => {
      const clickhouse_settings = { max_execution_time: seconds, mutations_sync: '1' } as const;
      await client.command({ query: sql, query_params: { ...bindings }, clickhouse_settings, abort_signal });
    });

  const warehouse: Warehouse = {
    query: <Row>(sql: string, bindings: Bindings = {}, limits: QueryLimits = {}) =>
      select<Row>(client, sql, bindings, limits),
    stream: (sql, format, bindings = {}, limits = {}) => streamOf(client, sql, format, bindings, limits),
    command: (sql, bindings) => command('command', sql, COMMAND_SECONDS_MAX, bindings),
    insert: (table, columns, lines) => insert(client, blocks, table, columns, lines),

    health: async (): Promise<WarehouseHealth> => {
      try {
        const seconds = HEALTH_SECONDS_MAX;
        const { rows } = await warehouse.query<{ version: string }>(
          'select version() as version',
          {},
          { seconds },
        );
        downSince = undefined;
        return { state: 'up', version: rows[0]?.version ?? '' };
      } catch (error) {
        downSince ??= performance.now();
        const sinceMs = Math.round(performance.now() - downSince);
        return { state: 'down', reason: failure('query', error).message, sinceMs, restarts: 0 };
      }
    },

    backup: (folder) => copyInto(folder, warehouse, (sql) => command('backup', sql, COPY_SECONDS_MAX)),
    restore: (folder) => restoreFrom(folder, warehouse, (sql) => command('restore', sql, COPY_SECONDS_MAX)),
    close: () => client.close(),
  };
  return warehouse;
}

function connect(address: WarehouseAddress): ClickHouseClient {
  const common = {
    max_open_connections: CONNECTIONS_MAX,
    // Every call has its own deadline; this one only must not come first.
    request_timeout: COPY_SECONDS_MAX * 1000,
    // Its log would hold SQL with values of people.
    log: { level: ClickHouseLogLevel.OFF },
  };
  if ('url' in address) return createClient({ ...common, url: address.url });
  const http_agent = new Agent({
    socketPath: address.socketPath,
    keepAlive: true,
    maxSockets: CONNECTIONS_MAX,
  } as ConstructorParameters<typeof Agent>[0]);
  return createClient({ ...common, url: 'http://warehouse', http_agent });
}

/** Runs one piece of work with a deadline; whatever it throws becomes a refusal of the port. */
async function within<T>(
  attempt: Attempt,
  seconds: number,
  work: (signal: AbortSignal) => Promise<T>,
  caller?: AbortSignal,
): Promise<T> {
  try {
    const deadline = AbortSignal.timeout(seconds * 1000 + GRACE_MS);
    return await work(caller ? AbortSignal.any([deadline, caller]) : deadline);
  } catch (error) {
    throw failure(attempt, error);
  }
}

function select<Row>(
  client: ClickHouseClient,
  query: string,
  bindings: Bindings,
  limits: QueryLimits,
): Promise<QueryAnswer<Row>> {
  const seconds = limits.seconds ?? QUERY_SECONDS_MAX;
  const run = async (abort_signal: AbortSignal): Promise<QueryAnswer<Row>> => {
    const { stream } = await client.exec({
      query: `${query}\nformat JSONCompact`,
      query_params: { ...bindings },
      clickhouse_settings: {
        ...QUERY_SETTINGS,
        max_execution_time: seconds,
        max_memory_usage: String(limits.bytes ?? QUERY_BYTES_MAX),
      },
      abort_signal,
    });
    return readAnswer<Row>(addAbortSignal(abort_signal, stream));
  };
  return within('query', seconds, run, limits.signal);
}

/** What leaves as bytes has no bound of its own: it is written beside memory and sent from there. */
const STREAM_SETTINGS = {
  ...QUERY_SETTINGS,
  max_result_bytes: '0',
  max_bytes_before_external_group_by: '1000000000',
  max_bytes_before_external_sort: '1000000000',
  // A spreadsheet takes \\N for a text.
  format_csv_null_representation: '',
};

function streamOf(
  client: ClickHouseClient,
  query: string,
  format: StreamFormat,
  bindings: Bindings,
  limits: QueryLimits,
): Promise<Readable> {
  const seconds = limits.seconds ?? QUERY_SECONDS_MAX;
  const { signal } = limits;
  const run = async (abort_signal: AbortSignal): Promise<Readable> => {
    const { stream } = await client.exec({
      query: `${query}\nformat ${format}`,
      query_params: { ...bindings },
      clickhouse_settings: {
        ...STREAM_SETTINGS,
        max_execution_time: seconds,
        max_memory_usage: String(limits.bytes ?? QUERY_BYTES_MAX),
      },
      abort_signal,
    });
    return signal ? addAbortSignal(signal, stream) : stream;
  };
  return within('query', seconds, run, signal);
}

function insert(
  client: ClickHouseClient,
  blocks: BlockFiles | undefined,
  table: string,
  columns: readonly string[],
  lines: Lines,
): Promise<void> {
  const settings = { ...INSERT_SETTINGS, ...JSON_SETTINGS };
  return within('insert', INSERT_SECONDS_MAX, async (abort_signal) => {
    if (lines.length === 0) return;
    const into = { table: plainName(table), columns: columns.map(plainName) };
    if (blocks !== undefined && isBlock(lines)) {
      const query = `insert into ${into.table} (${into.columns.join(', ')}) format TabSeparated`;
      await blocks.through(lines, async (name) => {
        const clickhouse_settings = { ...settings, [BLOCK_PARAMETER]: name };
        await client.command({ query, clickhouse_settings, abort_signal });
      });
      return;
    }
    await client.insert({
      table: into.table,
      columns: into.columns as [string, ...string[]],
      values: Readable.from(linesInPieces(lines), { objectMode: false }),
      format: 'TabSeparated',
      clickhouse_settings: settings,
      abort_signal,
    });
  });
}

/** Names cannot be bound, so they must be plain. */
function plainName(name: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return name;
  throw refusal('warehouse.query-failed', 500, 'A table or column name must be plain letters and digits.');
}
