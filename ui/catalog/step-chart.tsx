import { useElementSize } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useFormat } from '../language/use-format.ts';

const HEIGHT_PX = 120;
const LEFT_PX = 72;
const RIGHT_PX = 8;
const TOP_PX = 10;
const BOTTOM_PX = 22;
const WIDTH_LEAST = 220;

/** Something that held from one moment to another (ms). */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** A value that holds until it is said anew, as stairs over time; from nothing upwards, so that heights can be compared. */
export function StepChart(props: {
  readonly steps: readonly Step[];
  readonly write: (value: number) => string;
  readonly color: string;
  readonly label: string;
}): ReactNode {
  const format = useFormat();
  const { ref, width: measured } = useElementSize();
  const { steps, write, color, label } = props;
  const width = Math.max(WIDTH_LEAST, measured);
  const first = steps[0]!;
  const last = steps.at(-1)!;
  const span = Math.max(1, last.to - first.from);
  const most = Math.max(1, ...steps.map(({ value }) => value));
  const x = (time: number): number => LEFT_PX + ((time - first.from) / span) * (width - LEFT_PX - RIGHT_PX);
  const y = (value: number): number => TOP_PX + HEIGHT_PX * (1 - Math.max(0, value) / most);
  const path = steps
    .map(({ from, value }, i) => {
      const until = steps[i + 1]?.from ?? last.to;
      return `${i === 0 ? 'M' : 'L'}${x(from).toFixed(1)},${y(value).toFixed(1)} H${x(until).toFixed(1)}`;
    })
    .join(' ');
  const text = { fontSize: 12, fill: 'var(--mantine-color-dimmed)' } as const;
  const bottom = TOP_PX + HEIGHT_PX;
  return (
    <div ref={ref}>
      <svg
        width="100%"
        height={bottom + BOTTOM_PX}
        viewBox={`0 0 ${width} ${bottom + BOTTOM_PX}`}
        role="img"
        aria-label={`${label}: ${write(first.value)} (${format.shortDay(first.from)}) – ${write(last.value)} (${format.shortDay(last.to)})`}
        style={{ display: 'block' }}
      >
        <line x1={LEFT_PX} x2={width - RIGHT_PX} y1={bottom} y2={bottom} stroke="var(--line)" />
        <line x1={LEFT_PX} x2={width - RIGHT_PX} y1={TOP_PX} y2={TOP_PX} stroke="var(--line)" />
        <text {...text} x={LEFT_PX - 8} y={TOP_PX + 4} textAnchor="end">
          {write(most)}
        </text>
        <text {...text} x={LEFT_PX - 8} y={bottom + 4} textAnchor="end">
          0
        </text>
        <path d={path} fill="none" stroke={color} strokeWidth="2" />
        {steps.map(({ from, value }) => (
          <circle key={from} cx={x(from)} cy={y(value)} r="3" fill={color}>
            <title>{`${format.moment(from)}: ${write(value)}`}</title>
          </circle>
        ))}
        <text {...text} x={LEFT_PX} y={bottom + 16}>
          {format.shortDay(first.from)}
        </text>
        <text {...text} x={width - RIGHT_PX} y={bottom + 16} textAnchor="end">
          {format.shortDay(last.to)}
        </text>
      </svg>
    </div>
  );
}
