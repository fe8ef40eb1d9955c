import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Axes, Marks, Series } from './lines.tsx';
import { Readout } from './readout.tsx';
import { EDGE, type PlotProps, useShape } from './shape.ts';
import styles from './trend.module.css';

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
