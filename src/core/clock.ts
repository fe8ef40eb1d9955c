/** The time of day as an argument: `now()` in ms since the epoch. Tests move it; only main.ts reads the real one. */
export interface Clock {
  now(): number;
}
