/** The share of a list that fits; 0 of an empty one. */
export function share<T>(list: readonly T[], fits: (one: T) => boolean): number {
  return list.length === 0 ? 0 : list.filter(fits).length / list.length;
}

/** Inequality from 0 (all alike) to 1 (one has everything). */
export function gini(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const weighted = sorted.reduce((sum, value, i) => sum + value * (i + 1), 0);
  return total === 0 ? 0 : (2 * weighted) / (sorted.length * total) - (sorted.length + 1) / sorted.length;
}

/** What the top of a list has of the whole; `part` 0.1 is the top decile. */
export function topShare(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => b - a);
  const sum = (list: readonly number[]): number => list.reduce((all, value) => all + value, 0);
  return sum(sorted.slice(0, Math.round(sorted.length * part))) / sum(sorted);
}
