/** What a model expected of each step, and between which bounds nearly all observations lie. */
export interface Band {
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
}

/** 95 % of observations lie within so many standard deviations, where errors are normal. */
const DEVIATIONS = 1.96;
/** A normal error's standard deviation, from the median of the absolute errors: one outlier does not widen the band. */
const MAD_TO_DEVIATION = 1.4826;
const LEVELS = [0.05, 0.1, 0.2, 0.3, 0.5, 0.8];
const TRENDS = [0, 0.01, 0.05, 0.1];
const SEASONS = [0.01, 0.05, 0.1, 0.3];
/** A trend dies out instead of going on for ever. */
const DAMPING = 0.95;
/** Seasons that a model must have seen to have a season. */
const SEASONS_MIN = 2;

interface Weights {
  readonly level: number;
  readonly trend: number;
  readonly season: number;
}

/**
 * Expectations of each step after the training, one step ahead, by exponential smoothing with a damped additive trend and an additive
 * season: ETS(A,Ad,A), or ETS(A,Ad,N) where there is no season (Hyndman and Athanasopoulos, Forecasting: Principles and Practice,
 * chapter 8). Weights are those of the least squared one-step errors of the training, tried on a grid. Bounds are 1.96 robust standard
 * deviations of those errors. What lies outside is taken for its nearer bound when the model goes on, so that one anomaly does
 * not hide the next.
 * @param values observations of all steps, oldest first
 * @param training so many of them come before what is asked about
 * @param period steps of a season; 1 for none
 */
export function bandsOf(values: readonly number[], training: number, period: number): Band[] {
  const past = values.slice(0, training);
  const season = past.length >= period * SEASONS_MIN ? period : 1;
  if (past.length < Math.max(3, season)) return [];
  let best: { readonly error: number; readonly weights: Weights } | undefined;
  for (const weights of grid(season)) {
    const error = squared(errorsOf(past, weights, season));
    if (!best || error < best.error) best = { error, weights };
  }
  const errors = errorsOf(past, best!.weights, season).slice(season);
  const width = DEVIATIONS * deviationOf(errors);
  const model = new Smoother(past, best!.weights, season);
  for (const value of past) model.take(value);
  return values.slice(training).map((value) => {
    const expected = model.expects();
    const [lower, upper] = [expected - width, expected + width];
    model.take(Math.min(upper, Math.max(lower, value)));
    return { expected, lower, upper };
  });
}

function* grid(period: number): Iterable<Weights> {
  for (const level of LEVELS)
    for (const trend of TRENDS)
      for (const season of period > 1 ? SEASONS : [0]) yield { level, trend, season };
}

function errorsOf(past: readonly number[], weights: Weights, period: number): number[] {
  const model = new Smoother(past, weights, period);
  return past.map((value) => {
    const error = value - model.expects();
    model.take(value);
    return error;
  });
}

function squared(errors: readonly number[]): number {
  return errors.reduce((sum, error) => sum + error * error, 0);
}

function deviationOf(errors: readonly number[]): number {
  const sizes = errors.map(Math.abs).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  // Mostly the same value and now and then another: the median error is 0 and says nothing.
  return median > 0 ? median * MAD_TO_DEVIATION : Math.sqrt(squared(errors) / Math.max(1, errors.length));
}

/** The states of the model, that expects a value and takes up what came. */
class Smoother {
  private level: number;
  private trend = 0;
  private readonly seasons: number[];
  private readonly weights: Weights;
  private step = 0;

  /** Starts from the mean of the first seasons and what each step of a season is apart from it. */
  constructor(past: readonly number[], weights: Weights, period: number) {
    this.weights = weights;
    const whole = Math.max(1, Math.floor(past.length / period)) * period;
    const first = past.slice(0, Math.min(whole, period * SEASONS_MIN));
    this.level = first.reduce((sum, value) => sum + value, 0) / first.length;
    this.seasons = Array.from({ length: period }, (_, i) => {
      const same = first.filter((_, at) => at % period === i);
      return period === 1 ? 0 : same.reduce((sum, value) => sum + value, 0) / same.length - this.level;
    });
  }

  expects(): number {
    return this.level + DAMPING * this.trend + this.seasons[this.step % this.seasons.length]!;
  }

  take(value: number): void {
    const error = value - this.expects();
    const { level, trend, season } = this.weights;
    const at = this.step++ % this.seasons.length;
    this.level += DAMPING * this.trend + level * error;
    this.trend = DAMPING * this.trend + level * trend * error;
    if (this.seasons.length > 1) this.seasons[at] = this.seasons[at]! + season * error;
  }
}
