const SERIES = ['--series-1', '--series-2', '--series-3', '--series-4'];

/** The hue of a series: blue and orange first, never the red of failures. */
export function hueOf(index: number): string {
  return `var(${SERIES[index % SERIES.length]})`;
}
