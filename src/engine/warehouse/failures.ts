import { ClickHouseError } from '@clickhouse/client';
import { Refusal, refusal } from '../../core/index.ts';

/** ClickHouse codes that mean: a limit of time, memory, rows or bytes was reached. */
const EXPENSIVE = new Set([158, 159, 160, 241, 307, 396]);
/** ClickHouse codes that mean: it cannot work now, the same call may succeed later. */
const BUSY = new Set([202, 203, 209, 210, 236, 252, 394, 999]);
/**
 * ClickHouse codes that mean: a row cannot be read or does not fit its columns, and never will. Anything else (no disk, no
 * table, no right) is about all rows.
 */
const ROW_FAULTS = new Set([
  6, 26, 27, 33, 36, 38, 41, 53, 69, 72, 117, 128, 130, 131, 190, 306, 321, 349, 407, 467, 691,
]);

/** Whether an insert failed because of what is in its rows: without the guilty ones it works. */
export function isRowFault(error: unknown): error is Refusal {
  return (
    error instanceof Refusal &&
    error.code === 'warehouse.query-failed' &&
    ROW_FAULTS.has(Number(error.detail?.['clickhouseCode']))
  );
}

/** The engine's explanation, cut: it may go on with the text of the query and with values of rows. */
const MESSAGE_LENGTH_MAX = 300;
const RETRY_SECONDS = 1;

/** What was tried, for the message of the refusal. */
export type Attempt = 'query' | 'command' | 'insert' | 'backup' | 'restore';

/** Turns whatever the client threw into the refusal that the port promises. */
export function failure(attempt: Attempt, error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof ClickHouseError)) return unavailable(attempt, error);
  const code = Number(error.code);
  const detail = { clickhouseCode: code, clickhouseType: error.type ?? '' };
  if (EXPENSIVE.has(code)) {
    return refusal(
      'warehouse.too-expensive',
      422,
      `The ${attempt} reached a limit: ${explained(attempt, error)}`,
      {
        detail,
      },
    );
  }
  if (BUSY.has(code)) return unavailable(attempt, error, detail);
  return refusal('warehouse.query-failed', 500, `The ${attempt} failed: ${explained(attempt, error)}`, {
    detail,
    cause: attempt === 'insert' ? undefined : error,
  });
}

/** An insert's error quotes the row it stumbled over, which is personal data: only the kind and the row number stay. */
function explained(attempt: Attempt, error: ClickHouseError): string {
  if (attempt !== 'insert') return error.message.slice(0, MESSAGE_LENGTH_MAX);
  const row = /\(at row (\d+)\)/.exec(error.message)?.[1];
  return `${error.type ?? 'error'}${row === undefined ? '' : ` at row ${row}`}`;
}

function unavailable(attempt: Attempt, error: unknown, detail: Record<string, unknown> = {}): Refusal {
  const reason = error instanceof Error ? error.message.slice(0, MESSAGE_LENGTH_MAX) : String(error);
  return refusal('warehouse.unavailable', 503, `The warehouse does not answer (${attempt}): ${reason}`, {
    detail,
    retryAfterSeconds: RETRY_SECONDS,
    cause: error,
  });
}
