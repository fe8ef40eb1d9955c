import { type Clock, type Refusal, refusal } from '../core/index.ts';

/** How many calls come through at once, and how many a second after that. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

const CALLERS_MAX = 10_000;

/** Takes one call of somebody; the refusal when she has made too many. */
export type RateLimit = (caller: string) => Refusal | undefined;

/** A token bucket for each caller. A caller who was not heard of for long is as good as new, so the oldest may be forgotten. */
export function createRateLimit(clock: Clock, { burst, perSecond }: Rate): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return (caller) => {
    const now = clock.now();
    const bucket = buckets.get(caller) ?? { left: burst, at: now };
    const left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) / 1_000) * perSecond);
    buckets.delete(caller);
    buckets.set(caller, { left: left >= 1 ? left - 1 : left, at: now });
    if (buckets.size > CALLERS_MAX) buckets.delete(buckets.keys().next().value!);
    if (left >= 1) return undefined;
    return refusal('access.too-many-calls', 429, 'You call more often than the server allows; slow down.', {
      retryAfterSeconds: Math.max(1, (1 - left) / perSecond),
    });
  };
}
