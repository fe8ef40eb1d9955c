/** Counts values into buckets for the price of a few comparisons; read when somebody asks for the metrics. */
export interface Histogram {
  /** Upper bounds of the buckets, growing; one more bucket takes what is above the last. */
  readonly bounds: readonly number[];
  /** Values at or below each bound and above the one before it; the last entry is above all bounds. */
  readonly counts: readonly number[];
  readonly sum: number;
  observe(value: number): void;
}

/** Makes an empty histogram with these upper bounds. */
export function createHistogram(bounds: readonly number[]): Histogram {
  const counts: number[] = new Array(bounds.length + 1).fill(0);
  const histogram = {
    bounds,
    counts,
    sum: 0,
    observe(value: number): void {
      let i = 0;
      while (i < bounds.length && value > (bounds[i] as number)) i++;
      counts[i] = (counts[i] as number) + 1;
      histogram.sum += value;
    },
  };
  return histogram;
}
