/** A round upper or lower end with the steps between: 0, 200, 400 … */
export interface Ticks {
  readonly from: number;
  readonly to: number;
  readonly at: readonly number[];
}

const NICE = [1, 2, 2.5, 5, 10];

/**
 * Round numbers around all of these, 0 among them unless all are far from it: about as many as wanted.
 * @param isWhole there is nothing between 1 and 2
 */
export function ticksOf(values: readonly number[], isWhole = false, wanted = 4): Ticks {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const span = most - least || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = (NICE.find((each) => each * power >= rough) ?? 10) * power;
  const step = isWhole ? Math.ceil(nice) : nice;
  const from = Math.floor(least / step) * step;
  const to = Math.max(from + step, Math.ceil(most / step) * step);
  const count = Math.round((to - from) / step);
  return { from, to, at: Array.from({ length: count + 1 }, (_, i) => from + i * step) };
}

/** The points of a line; a missing value breaks it. */
export function pathOf(points: readonly (readonly [x: number, y: number] | undefined)[]): string {
  let isDown = false;
  return points
    .map((point) => {
      if (!point) {
        isDown = false;
        return '';
      }
      const letter = isDown ? 'L' : 'M';
      isDown = true;
      return `${letter}${point[0].toFixed(1)},${point[1].toFixed(1)}`;
    })
    .join('');
}

/** Every how many steps a label fits. */
export function every(count: number, width: number, labelPx: number): number {
  return Math.max(1, Math.ceil(count / Math.max(1, Math.floor(width / labelPx))));
}
