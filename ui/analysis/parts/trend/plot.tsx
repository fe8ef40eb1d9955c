import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import type { AnswerRow, TableAnswer } from '../table/query.ts';
import type { Mark } from './annotations.ts';
import { Readout } from './readout.tsx';
import { every, pathOf, ticksOf } from './scale.ts';
import styles from './trend.module.css';

const EDGE = { top: 14, right: 56, bottom: 24, left: 64 };
const LABEL_PX = 96;

interface PlotProps {
  readonly width: number;
  readonly height: number;
  readonly answer: TableAnswer;
  readonly rows: readonly AnswerRow[];
  readonly label: (step: number) => string;
  readonly write: (column: number, value: number | null | undefined) => string;
  readonly titles: readonly string[];
  readonly marks: readonly Mark[];
  readonly onOpen: (step: number, column: number, anchor: Element) => void;
}

/** The lines themselves: axes, what was to be expected, the comparison dashed, what was odd as a ring, annotations as flags. */
export function Plot(props: PlotProps): ReactNode {
  const { width, height, answer, rows, titles, onOpen } = props;
  const words = useWords().parts.trend;
  const [at, setAt] = useState<number>();
  const cursor = useRef<SVGLineElement>(null);
  const shape = useShape(props);
  const last = rows.length - 1;
  const stepUnder = (event: MouseEvent<HTMLButtonElement>): number => {
    const { left } = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(last, Math.round(((event.clientX - left) / shape.inner) * last)));
  };
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -last, End: last }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    setAt((old) => Math.max(0, Math.min(last, (old ?? (by > 0 ? -1 : last + 1)) + by)));
  };
  return (
    <div className={styles.plot}>
      <svg width={width} height={height} aria-hidden="true">
        <Axes {...props} shape={shape} />
        <Marks marks={props.marks} shape={shape} height={height} />
        {titles.map((_, column) => (
          <Series
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is named by its place.
            key={column}
            column={column}
            rows={rows}
            shape={shape}
            isBanded={titles.length === 1}
            isCompared={answer.compared !== undefined}
          />
        ))}
        {at !== undefined && (
          <line
            ref={cursor}
            x1={shape.x(at)}
            x2={shape.x(at)}
            y1={EDGE.top}
            y2={height - EDGE.bottom}
            stroke="var(--mantine-color-dimmed)"
            strokeDasharray="2 2"
          />
        )}
      </svg>
      <button
        type="button"
        className={styles.pointer}
        style={{
          left: EDGE.left,
          top: EDGE.top,
          width: shape.inner,
          height: height - EDGE.top - EDGE.bottom,
        }}
        aria-label={words.pointer}
        onMouseMove={(event) => setAt(stepUnder(event))}
        onMouseLeave={() => setAt(undefined)}
        onBlur={() => setAt(undefined)}
        onKeyDown={move}
        onClick={(event) => {
          // A click by keyboard has no place; it opens the step that the arrows came to.
          const step = event.detail === 0 ? (at ?? last) : stepUnder(event);
          setAt(step);
          onOpen(step, 0, cursor.current ?? event.currentTarget);
        }}
      />
      <Readout {...props} at={at} x={at === undefined ? 0 : shape.x(at)} />
    </div>
  );
}

/** Where numbers stand: one scale a format; the first format reads on the left, another on the right. */
interface Shape {
  readonly inner: number;
  readonly x: (step: number) => number;
  readonly y: (column: number, value: number) => number;
  readonly axes: readonly { readonly column: number; readonly ticks: readonly number[] }[];
}

function useShape({ width, height, answer, rows }: PlotProps): Shape {
  return useMemo(() => {
    const inner = Math.max(1, width - EDGE.left - EDGE.right);
    const tall = height - EDGE.top - EDGE.bottom;
    const formats = [...new Set(answer.columns.map(({ format }) => format))];
    const scales = formats.map((format) => {
      const columns = answer.columns.flatMap((column, i) => (column.format === format ? [i] : []));
      const isBanded = answer.columns.length === 1;
      const values = rows.flatMap((row) =>
        columns.flatMap((i) => [
          row.values[i] ?? 0,
          row.previous?.[i] ?? 0,
          ...(isBanded ? [row.bands?.[i]?.upper ?? 0] : []),
        ]),
      );
      return { column: columns[0]!, ...ticksOf(values) };
    });
    const last = Math.max(1, rows.length - 1);
    return {
      inner,
      x: (step) => EDGE.left + (step / last) * inner,
      y: (column, value) => {
        const { from, to } = scales[formats.indexOf(answer.columns[column]!.format)]!;
        return EDGE.top + tall - ((Math.max(from, Math.min(to, value)) - from) / (to - from)) * tall;
      },
      axes: scales.slice(0, 2).map(({ column, at }) => ({ column, ticks: at })),
    };
  }, [width, height, answer, rows]);
}

function Axes({
  width,
  height,
  rows,
  label,
  write,
  shape,
}: PlotProps & { readonly shape: Shape }): ReactNode {
  const step = every(rows.length, shape.inner, LABEL_PX);
  return (
    <g className={styles.axis}>
      {shape.axes.map(({ column, ticks }, side) =>
        ticks.map((tick) => (
          <g key={`${column} ${tick}`}>
            {side === 0 && (
              <line
                x1={EDGE.left}
                x2={width - EDGE.right}
                y1={shape.y(column, tick)}
                y2={shape.y(column, tick)}
                stroke="var(--line)"
              />
            )}
            <text
              x={side === 0 ? EDGE.left - 8 : width - EDGE.right + 8}
              y={shape.y(column, tick) + 4}
              textAnchor={side === 0 ? 'end' : 'start'}
            >
              {write(column, tick)}
            </text>
          </g>
        )),
      )}
      {rows.map((row, i) =>
        i % step === 0 ? (
          <text key={row.path[0]} x={shape.x(i)} y={height - 6} textAnchor={i === 0 ? 'start' : 'middle'}>
            {label(i).replace(/,? \d{4}$/, '')}
          </text>
        ) : null,
      )}
    </g>
  );
}

function Series(props: {
  readonly column: number;
  readonly rows: readonly AnswerRow[];
  readonly shape: Shape;
  readonly isBanded: boolean;
  readonly isCompared: boolean;
}): ReactNode {
  const { column, rows, shape, isBanded, isCompared } = props;
  const color = `var(--series-${(column % 5) + 1})`;
  const point = (value: number | null | undefined, i: number): [number, number] | undefined =>
    value === null || value === undefined ? undefined : [shape.x(i), shape.y(column, value)];
  const bands = rows.map(({ bands: all }) => all?.[column] ?? undefined);
  const upper = bands.map((band, i) => point(band?.upper, i)).filter((each) => each !== undefined);
  const lower = bands
    .map((band, i) => point(band && Math.max(0, band.lower), i))
    .filter((each) => each !== undefined);
  return (
    <g>
      {isBanded && upper.length > 1 && (
        <path d={`${pathOf(upper)}L${pathOf(lower.reverse()).slice(1)}Z`} fill={color} opacity="0.12" />
      )}
      {isCompared && (
        <path
          d={pathOf(rows.map(({ previous }, i) => point(previous?.[column], i)))}
          fill="none"
          stroke={color}
          strokeWidth="1.5"
          strokeDasharray="4 4"
          opacity="0.7"
        />
      )}
      <path
        d={pathOf(rows.map(({ values }, i) => point(values[column], i)))}
        fill="none"
        stroke={color}
        strokeWidth="2"
        strokeLinejoin="round"
      />
      {rows.map((row, i) => {
        if (!row.bands?.[column]?.isAnomaly) return null;
        const at = point(row.values[column], i);
        return (
          at && (
            <circle
              key={row.path[0]}
              cx={at[0]}
              cy={at[1]}
              r="5"
              fill="var(--surface)"
              stroke="var(--bad)"
              strokeWidth="2"
            />
          )
        );
      })}
    </g>
  );
}

function Marks({
  marks,
  shape,
  height,
}: {
  readonly marks: readonly Mark[];
  readonly shape: Shape;
  readonly height: number;
}): ReactNode {
  return marks.map(({ id, title, first, last }) => (
    <g key={id}>
      {last > first && (
        <rect
          x={shape.x(first)}
          width={shape.x(last) - shape.x(first)}
          y={EDGE.top}
          height={height - EDGE.top - EDGE.bottom}
          fill="var(--series-4)"
          opacity="0.1"
        />
      )}
      <line
        x1={shape.x(first)}
        x2={shape.x(first)}
        y1={EDGE.top}
        y2={height - EDGE.bottom}
        stroke="var(--series-4)"
      />
      <text x={shape.x(first) + 4} y={EDGE.top + 8} className={styles.mark}>
        ⚑ {title}
      </text>
    </g>
  ));
}
