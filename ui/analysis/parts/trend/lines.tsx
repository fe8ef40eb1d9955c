import type { ReactNode } from 'react';
import type { AnswerRow } from '../table/query.ts';
import type { Mark } from './annotations.ts';
import { every, pathOf } from './scale.ts';
import { EDGE, type PlotProps, type Shape } from './shape.ts';
import styles from './trend.module.css';

const LABEL_PX = 96;

/** What the edges say: values at the sides, steps below. */
export function Axes({
  height,
  rows,
  label,
  writeTick,
  titles,
  shape,
}: PlotProps & { readonly shape: Shape }): ReactNode {
  const step = every(rows.length, shape.inner, LABEL_PX);
  return (
    <g className={styles.axis}>
      {shape.axes.map(({ column, columns }, side) => (
        <text
          key={column}
          x={side === 0 ? 0 : '100%'}
          y={12}
          textAnchor={side === 0 ? 'start' : 'end'}
          style={columns.length === 1 ? { fill: `var(--series-${(column % 5) + 1})` } : {}}
        >
          {columns.map((each) => titles[each]).join(', ')}
        </text>
      ))}
      {shape.axes.map(({ column, ticks: [from = 0, next = 1], ticks }, side) =>
        ticks.map((tick) => (
          <g key={`${column} ${tick}`}>
            {side === 0 && (
              <line
                x1={EDGE.left}
                x2={shape.right}
                y1={shape.y(column, tick)}
                y2={shape.y(column, tick)}
                stroke="var(--line)"
              />
            )}
            <text
              x={side === 0 ? EDGE.left - 8 : shape.right + 8}
              y={shape.y(column, tick) + 4}
              textAnchor={side === 0 ? 'end' : 'start'}
            >
              {writeTick(column, tick, next - from)}
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

/** One line with its comparison, what was to be expected of it, and rings where it was odd. */
export function Series(props: {
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

/** Annotations as flags. */
export function Marks({
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
