/** How fast timers fire that are due already: the windows of very many people may end at one moment, such as midnight. */
export interface TimerPace {
  /** Timers that may fire at a tick. Ticks follow each other while somebody waits and no event does. */
  readonly perTick: number;
  /** Timers that may fire before the events of a record, for each of them; one at least. */
  readonly perEvent: number;
  /** The same once the timers are later than `lateMs` by the time of the log: events wait rather than windows stay open. */
  readonly perEventLate: number;
  readonly lateMs: number;
}

/** A timer that fires costs about as much as an event (`bench audience-expiry`): events come at half their highest rate meanwhile. */
export const TIMER_PACE: TimerPace = { perTick: 250, perEvent: 1, perEventLate: 8, lateMs: 10_000 };
