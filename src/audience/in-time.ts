import { Refusal, refusal } from '../core/index.ts';
import type { Warehouse } from '../engine/warehouse/index.ts';

const RETRY_SECONDS = 5;

/**
 * A warehouse of which all questions together may take so long: each has what those before it left. Refusal of its questions:
 * `audience.no-time` (503), with the advice given.
 */
export function inTime(
  warehouse: Warehouse,
  seconds: number,
  advice: string,
  now = () => performance.now(),
): Warehouse {
  const endsAt = now() + seconds * 1_000;
  const noTime = (cause?: unknown): Refusal =>
    refusal('audience.no-time', 503, `No answer within ${seconds} s: the warehouse is busy. ${advice}`, {
      retryAfterSeconds: RETRY_SECONDS,
      cause,
    });
  return {
    ...warehouse,
    async query<Row>(...[sql, bindings = {}, limits = {}]: Parameters<Warehouse['query']>) {
      const leftMs = Math.ceil(endsAt - now());
      if (leftMs <= 0) throw noTime();
      const ends = AbortSignal.timeout(leftMs);
      const signal = limits.signal ? AbortSignal.any([ends, limits.signal]) : ends;
      try {
        return await warehouse.query<Row>(sql, bindings, {
          ...limits,
          seconds: Math.min(limits.seconds ?? seconds, Math.ceil(leftMs / 1_000)),
          signal,
        });
      } catch (error) {
        const isSlow = error instanceof Refusal && error.detail?.['clickhouseCode'] === TIMEOUT_EXCEEDED;
        throw ends.aborted || isSlow ? noTime(error) : error;
      }
    },
  };
}

/** ClickHouse's code for a query that ran longer than it may. */
const TIMEOUT_EXCEEDED = 159;
