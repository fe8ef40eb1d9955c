import { Refusal, refusal } from '../../core/index.ts';

const RETRY_AFTER_SECONDS = 2;
const FULL = '53100';

/**
 * States (SQLSTATE, by prefix) that pass by themselves: connection errors, too many connections or no memory, a
 * server that stops or starts, a cancelled statement, a standby after a fail-over, a lock or serialisation conflict.
 */
const PASSING: readonly string[] = ['08', '53', '57', '25006', '55P03', '40'];

/** What a failed statement means to the caller of a port method. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const state = sqlState(error);
  if (state === FULL) {
    return refusal(
      'state.full',
      503,
      'The disk of the PostgreSQL server is full; nothing was changed. Make room.',
      {
        retryAfterSeconds: RETRY_AFTER_SECONDS,
        cause: error,
      },
    );
  }
  // Without a SQLSTATE it is the socket that failed, or a time-out.
  if (state === undefined || PASSING.some((prefix) => state.startsWith(prefix))) {
    return refusal('state.unavailable', 503, 'PostgreSQL cannot be reached; the call may be repeated.', {
      detail: { sqlState: state },
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      cause: error,
    });
  }
  return refusal('state.failed', 500, 'PostgreSQL refused a statement; see its log.', {
    detail: { sqlState: state },
    cause: error,
  });
}

/** The five characters that PostgreSQL gives with an error; node's own codes (ECONNREFUSED …) are not of this form. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in (error as object)
    ? code
    : undefined;
}
