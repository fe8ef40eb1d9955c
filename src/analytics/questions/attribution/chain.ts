/** How often one value followed another on the paths of people. `from` is undefined at the start of a path. */
export interface Transition {
  readonly from: string | undefined;
  /** The next value, or how the path ended. */
  readonly to: string | { readonly isConversion: boolean };
  readonly count: number;
}

/**
 * What share of all conversions each value gets by the removal effect in a first-order chain: how much less probable a conversion
 * becomes when every path that comes to the value ends there (Anderl et al.: “Mapping the customer journey”, 2016). Exact: with N the
 * fundamental matrix of the chain, a path comes to a value v at all with probability N(start, v) / N(v, v), and from there it
 * converts with probability x(v); so removal costs N(start, v) / N(v, v) * x(v). The shares add up to 1, or to 0 without conversions.
 */
export function removalShares(transitions: readonly Transition[]): Map<string, number> {
  const values = [...new Set(transitions.flatMap(({ from, to }) => [from, to].filter(isValue)))];
  const at = new Map(values.map((value, i) => [value, i + 1]));
  const size = values.length + 1;
  const indexOf = (value: string | undefined): number => (value === undefined ? 0 : at.get(value)!);
  const out = new Float64Array(size);
  for (const { from, count } of transitions) out[indexOf(from)]! += count;
  const matrix = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (__, j) => Number(i === j)),
  );
  const converts = new Float64Array(size);
  for (const { from, to, count } of transitions) {
    const row = indexOf(from);
    const share = count / out[row]!;
    if (typeof to === 'string') matrix[row]![indexOf(to)]! -= share;
    else if (to.isConversion) converts[row]! += share;
  }
  const often = inverse(matrix);
  const chance = often.map((row) => row.reduce((sum, visits, i) => sum + visits * converts[i]!, 0));
  const effects = values.map((_, i) => (often[0]![i + 1]! / often[i + 1]![i + 1]!) * chance[i + 1]!);
  const whole = effects.reduce((sum, effect) => sum + effect, 0);
  return new Map(values.map((value, i) => [value, whole === 0 ? 0 : effects[i]! / whole]));
}

function isValue(state: Transition['from'] | Transition['to']): state is string {
  return typeof state === 'string';
}

/** The inverse by Gauss and Jordan with pivots. Every state leads to an end, so that there is one. */
function inverse(matrix: Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => {
    const wide = new Float64Array(2 * size);
    wide.set(row);
    wide[size + i] = 1;
    return wide;
  });
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let i = column + 1; i < size; i++)
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]!;
    const lead = head[column]!;
    for (let j = 0; j < head.length; j++) head[j]! /= lead;
    for (const [i, row] of rows.entries()) {
      const factor = row[column]!;
      if (i === column || factor === 0) continue;
      for (let j = column; j < row.length; j++) row[j]! -= factor * head[j]!;
    }
  }
  return rows.map((row) => row.subarray(size));
}
