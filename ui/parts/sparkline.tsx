import { memo, type ReactNode } from 'react';

const WIDTH = 96;
const HEIGHT = 24;
const EDGE = 3;

/** A small line without axes; what it shows is said in words beside it, so readers skip it. */
export const Sparkline = memo(function Sparkline({
  values,
}: {
  readonly values: readonly number[];
}): ReactNode {
  if (values.length < 2) return null;
  const least = Math.min(...values);
  const span = Math.max(...values) - least || 1;
  const points = values.map((value, i) => [
    EDGE + (i / (values.length - 1)) * (WIDTH - 2 * EDGE),
    HEIGHT - EDGE - ((value - least) / span) * (HEIGHT - 2 * EDGE),
  ]);
  const [lastX, lastY] = points.at(-1)!;
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline
        points={points.map(([x, y]) => `${x!.toFixed(1)},${y!.toFixed(1)}`).join(' ')}
        fill="none"
        stroke="var(--series-1)"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle cx={lastX} cy={lastY} r="2.2" fill="var(--series-1)" />
    </svg>
  );
});
