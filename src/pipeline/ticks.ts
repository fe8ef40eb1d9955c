import { type Clock, encodeRecord } from '../core/index.ts';
import type { Log } from '../engine/log/index.ts';
import type { Partition } from './partition.ts';
import type { Timers } from './timers.ts';

export interface TickOptions {
  readonly log: Log;
  readonly number: number;
  readonly partition: Pick<Partition, 'at' | 'figures'> & { readonly timers: Pick<Timers, 'next'> };
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** How often it is looked whether a timer is due, and how far the time of the log may fall behind while timers wait. */
const LOOK_EVERY_MS = 200;
const BEHIND_MAX_MS = 5_000;
/** How often while timers wait for their turn. */
const LOOK_AGAIN_MS = 2;
const NOTHING = new Uint8Array(0);

/** Lets time pass in the log while nothing else happens, so that timers fire. Returns how to stop. */
export function startTicks(options: TickOptions): () => void {
  const { log, number, clock, onError } = options;
  let timer: NodeJS.Timeout;
  let isStopped = false;
  const look = async (): Promise<void> => {
    let hasFailed = false;
    try {
      if (isNeeded(options))
        await log.append(number, encodeRecord({ kind: 'tick', received: clock.now() }, NOTHING));
    } catch (error) {
      hasFailed = true;
      onError(error);
    }
    if (!isStopped) wait(isBehind(options) && !hasFailed ? LOOK_AGAIN_MS : LOOK_EVERY_MS);
  };
  const wait = (ms: number): void => {
    timer = setTimeout(look, ms);
    timer.unref();
  };
  wait(LOOK_EVERY_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Whether somebody has to say what time it is: a timer waits, and nothing that would say it is on its way. */
function isNeeded(options: TickOptions): boolean {
  const { log, number, partition, clock } = options;
  const next = partition.timers.next();
  if (next === undefined || log.bounds(number).next > partition.figures.next) return false;
  if (isBehind(options)) return true;
  const now = clock.now();
  return now > partition.at && (next <= now || now - partition.at > BEHIND_MAX_MS);
}

/** Whether timers that are due wait for their turn. */
function isBehind({ partition }: Pick<TickOptions, 'partition'>): boolean {
  const next = partition.timers.next();
  return next !== undefined && next <= partition.at;
}
