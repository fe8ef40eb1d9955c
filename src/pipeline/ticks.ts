import { type Clock, encodeRecord } from '../core/index.ts';
import type { Log } from '../engine/log/index.ts';
import type { Partition } from './partition.ts';

export interface TickOptions {
  readonly log: Log;
  readonly number: number;
  readonly partition: Pick<Partition, 'at' | 'figures' | 'nextTimer'>;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** How often it is looked whether a timer is due, and how far the time of the log may fall behind while timers wait. */
const LOOK_EVERY_MS = 200;
const BEHIND_MAX_MS = 5_000;
const NOTHING = new Uint8Array(0);

/** Lets time pass in the log while nothing else happens, so that timers fire. Returns how to stop. */
export function startTicks(options: TickOptions): () => void {
  let isAppending = false;
  const timer = setInterval(() => {
    if (isAppending || !isNeeded(options)) return;
    isAppending = true;
    const { log, number, clock, onError } = options;
    const bytes = encodeRecord({ kind: 'tick', received: clock.now() }, NOTHING);
    log
      .append(number, bytes)
      .catch(onError)
      .finally(() => {
        isAppending = false;
      });
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Whether somebody has to say what time it is: a timer waits, and nothing that would say it is on its way. */
export function isNeeded({ log, number, partition, clock }: Omit<TickOptions, 'onError'>): boolean {
  const next = partition.nextTimer;
  const now = clock.now();
  if (next === undefined || now <= partition.at || log.bounds(number).next > partition.figures.next)
    return false;
  return next <= now || now - partition.at > BEHIND_MAX_MS;
}
