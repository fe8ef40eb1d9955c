/** Work beside the fold, done round after round. */
export interface Rounds {
  /** Ends the pause that there may be, and resolves when the round under way has ended. */
  close(): Promise<void>;
}

/** What a round may ask. */
export interface Round {
  /** True once nobody waits for the work any more: it ends where it can be taken up again. */
  isClosed(): boolean;
  /** Waits so many ms, or until the end. */
  pause(ms: number): Promise<void>;
}

/** Does the work again and again, `everyMs` after it was done and `retryMs` after it failed. */
export function startRounds(deps: {
  readonly everyMs: number;
  readonly retryMs: number;
  readonly work: (round: Round) => Promise<void>;
  readonly onError: (error: unknown) => void;
}): Rounds {
  let closed = false;
  let wake = (): void => {};
  const round: Round = {
    isClosed: () => closed,
    pause: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
  const run = async (): Promise<void> => {
    while (!closed) {
      try {
        await deps.work(round);
        if (!closed) await round.pause(deps.everyMs);
      } catch (error) {
        if (closed) return;
        deps.onError(error);
        await round.pause(deps.retryMs);
      }
    }
  };
  const running = run();
  return {
    async close() {
      closed = true;
      wake();
      await running;
    },
  };
}
