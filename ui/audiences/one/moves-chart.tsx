import { useElementSize } from '@mantine/hooks';
import { memo, type ReactNode } from 'react';
import type { Words } from '../../language/dictionaries.ts';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import styles from '../audiences.module.css';
import type { DayOfMoves } from '../queries.ts';

const SIZE_PX = 140;
const MOVES_PX = 90;
const GAP_PX = 46;
const BELOW_PX = 22;
const LEFT_PX = 56;
const RIGHT_PX = 12;
const TOP_PX = 28;
const WIDTH_LEAST = 240;
/** Days named under the chart; more would run into each other. */
const DAY_PX = 90;

/** The colours of the causes, the usual ones first. */
const CAUSES: readonly (readonly [cause: keyof Words['audiences']['causes'], color: string])[] = [
  ['live', 'var(--series-1)'],
  ['time', 'var(--series-2)'],
  ['back-fill', 'var(--series-3)'],
  ['upload', 'var(--series-4)'],
  ['request', 'var(--series-4)'],
  ['snapshot', 'var(--series-4)'],
  ['ranking', 'var(--series-4)'],
  ['un-merge', 'var(--series-5)'],
];

/** The size as a line, and below it who entered (up) and who left (down), a bar a day, coloured by cause. */
export const MovesChart = memo(function MovesChart({
  days,
}: {
  readonly days: readonly DayOfMoves[];
}): ReactNode {
  const words = useWords().audiences;
  const format = useFormat();
  const { ref, width: measured } = useElementSize();
  const width = Math.max(WIDTH_LEAST, measured);
  const inner = width - LEFT_PX - RIGHT_PX;
  const step = inner / days.length;
  const x = (i: number): number => LEFT_PX + (i + 0.5) * step;
  const sizes = days.map(({ size }) => size);
  const most = Math.max(1, ...sizes);
  const y = (size: number): number => TOP_PX + SIZE_PX - (size / most) * SIZE_PX;
  const base = TOP_PX + SIZE_PX + GAP_PX;
  const busiest = Math.max(1, ...days.flatMap(({ entered, left }) => [entered, left]));
  const middle = base + MOVES_PX / 2;
  const bar = (count: number): number => (count / busiest) * (MOVES_PX / 2);
  const line = sizes.map((size, i) => `${x(i).toFixed(1)},${y(size).toFixed(1)}`).join(' ');
  const every = Math.max(1, Math.ceil(DAY_PX / step));
  const [entered, left] = [sum(days, 'enteredBy'), sum(days, 'leftBy')];
  const summary = words.chartSays(
    format.number(sizes[0]),
    format.number(sizes.at(-1)),
    format.number(total(entered)),
    format.number(total(left)),
  );
  return (
    <div ref={ref}>
      <svg
        width="100%"
        height={base + MOVES_PX + BELOW_PX}
        viewBox={`0 0 ${width} ${base + MOVES_PX + BELOW_PX}`}
        role="img"
        aria-label={summary}
        style={{ display: 'block' }}
      >
        <AxisTitle y={12} text={words.columns.size} />
        <AxisTitle y={base - 14} text={words.movesADay} />
        <Axis y={y(most)} label={format.compact(most)} right={width - RIGHT_PX} />
        <Axis y={y(0)} label="0" right={width - RIGHT_PX} />
        <polyline points={line} fill="none" stroke="var(--series-1)" strokeWidth="2" strokeLinejoin="round" />
        <Axis y={middle} label="0" right={width - RIGHT_PX} />
        <AxisLabel y={base + 8} label={`+${format.compact(busiest)}`} />
        <AxisLabel y={base + MOVES_PX} label={`−${format.compact(busiest)}`} />
        {days.map((day, i) => (
          <g key={day.day}>
            <title>{`${format.day(Date.parse(`${day.day}T12:00Z`))}: ${words.dayMoved(format.number(day.size), format.number(day.entered), format.number(day.left))}`}</title>
            <rect x={x(i) - step / 2} y={0} width={step} height={base + MOVES_PX} fill="transparent" />
            <Stack by={day.enteredBy} x={x(i)} width={step} from={middle} height={bar} isUp />
            <Stack by={day.leftBy} x={x(i)} width={step} from={middle} height={bar} isUp={false} />
          </g>
        ))}
        {days.map(
          (day, i) =>
            i % every === Math.floor(every / 2) && (
              <text
                key={day.day}
                x={x(i)}
                y={base + MOVES_PX + 16}
                textAnchor="middle"
                fontSize="12"
                fill="var(--mantine-color-dimmed)"
              >
                {format.shortDay(Date.parse(`${day.day}T12:00Z`))}
              </text>
            ),
        )}
      </svg>
      <p className="small" style={{ margin: '4px 0 0' }}>
        {summary}
      </p>
      <ul className={styles.legend}>
        {CAUSES.filter(([cause]) => (entered[cause] ?? 0) + (left[cause] ?? 0) > 0).map(([cause, color]) => (
          <li key={cause}>
            <span className={styles.swatch} style={{ background: color }} />
            {words.causes[cause]}: +{format.number(entered[cause] ?? 0)} −{format.number(left[cause] ?? 0)}
          </li>
        ))}
      </ul>
    </div>
  );
});

function Axis(props: { readonly y: number; readonly label: string; readonly right: number }): ReactNode {
  return (
    <>
      <line x1={LEFT_PX} x2={props.right} y1={props.y} y2={props.y} stroke="var(--line)" />
      <AxisLabel y={props.y + 4} label={props.label} />
    </>
  );
}

function AxisTitle(props: { readonly y: number; readonly text: string }): ReactNode {
  return (
    <text x={0} y={props.y} fontSize="12" fill="var(--mantine-color-dimmed)">
      {props.text}
    </text>
  );
}

function AxisLabel(props: { readonly y: number; readonly label: string }): ReactNode {
  return (
    <text x={LEFT_PX - 8} y={props.y} textAnchor="end" fontSize="12" fill="var(--mantine-color-dimmed)">
      {props.label}
    </text>
  );
}

/** The causes of one day upon each other. */
function Stack(props: {
  readonly by: Readonly<Record<string, number>>;
  readonly x: number;
  readonly width: number;
  readonly from: number;
  readonly height: (count: number) => number;
  readonly isUp: boolean;
}): ReactNode {
  let reached = 0;
  return CAUSES.map(([cause, color]) => {
    const count = props.by[cause] ?? 0;
    if (count === 0) return null;
    const height = props.height(count);
    const y = props.isUp ? props.from - reached - height : props.from + reached;
    reached += height;
    return (
      <rect
        key={cause}
        x={props.x - props.width * 0.4}
        y={y}
        width={Math.max(1, props.width * 0.8)}
        height={Math.max(0.5, height)}
        fill={color}
        opacity={props.isUp ? 1 : 0.6}
      />
    );
  });
}

function sum(days: readonly DayOfMoves[], which: 'enteredBy' | 'leftBy'): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const day of days)
    for (const [cause, count] of Object.entries(day[which])) sums[cause] = (sums[cause] ?? 0) + count;
  return sums;
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, count) => all + count, 0);
}
