import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryLog } from '../engine/log/index.ts';
import { startTicks } from './ticks.ts';

const NOW = Date.UTC(2026, 4, 3);

/** Ticks over a log that nothing folds but `fold`. */
function open(next: number | undefined) {
  const log = createMemoryLog({ partitions: 1 });
  const faults: unknown[] = [];
  const fold = { at: NOW, figures: { next: 0 }, timers: { next: () => next } };
  const stop = startTicks({
    log,
    number: 0,
    partition: fold as unknown as Parameters<typeof startTicks>[0]['partition'],
    clock: { now: () => Date.now() },
    onError: (error) => faults.push(error),
  });
  return { log, fold, faults, stop, count: () => log.bounds(0).next };
}

describe('ticks', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('come when a timer is due and nothing else says what time it is', async () => {
    const { fold, count, stop } = open(NOW + 1_000);
    await vi.advanceTimersByTimeAsync(900);
    expect(count()).toBe(0);
    await vi.advanceTimersByTimeAsync(200);
    expect(count()).toBe(1);
    // It is on its way.
    await vi.advanceTimersByTimeAsync(1_000);
    expect(count()).toBe(1);
    fold.figures.next = 1;
    stop();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(count()).toBe(1);
  });

  it('follow each other while timers wait for their turn, also when the clock was set back', async () => {
    const { log, fold, count, stop } = open(NOW);
    fold.at = NOW + 3_600_000;
    log.onAppend(() => {
      setTimeout(() => {
        fold.figures.next = log.bounds(0).next;
      }, 10);
    });
    await vi.advanceTimersByTimeAsync(200 + 20 * 15);
    expect(count()).toBeGreaterThan(15);
    stop();
  });

  it('are tried again later when the log cannot be written', async () => {
    const { log, faults, stop } = open(NOW);
    vi.spyOn(log, 'append').mockRejectedValue(new Error('full'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(faults).toHaveLength(5);
    stop();
  });

  it('are not needed where no timer waits', async () => {
    const { count, stop } = open(undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(count()).toBe(0);
    stop();
  });
});
