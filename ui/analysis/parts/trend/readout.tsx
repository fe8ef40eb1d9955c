import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Change } from '../../frame/change.tsx';
import type { PlotProps } from './shape.ts';
import styles from './trend.module.css';

/** What the step under the pointer says, beside the pointer; it is read out when the arrows move it. */
export function Readout(
  props: Omit<PlotProps, 'height' | 'onOpen'> & { readonly at: number | undefined; readonly x: number },
): ReactNode {
  const words = useWords().parts.trend;
  const { at, x, width, answer, rows, label, write, titles, marks } = props;
  const row = at === undefined ? undefined : rows[at];
  const isRight = x > width * 0.6;
  return (
    <div
      className={styles.readout}
      aria-live="polite"
      data-shown={row !== undefined}
      style={isRight ? { right: width - x + 12 } : { left: x + 12 }}
    >
      {row && at !== undefined && (
        <>
          <strong>{label(at)}</strong>
          {titles.map((title, column) => {
            const band = row.bands?.[column];
            const change = row.changes?.[column];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is named by its place.
              <span key={column}>
                {title} <b>{write(column, row.values[column])}</b>{' '}
                {row.changes && (
                  <Change
                    change={change}
                    isBetter={change ? change > 0 !== answer.columns[column]?.isBetterLow : undefined}
                    previous={write(column, row.previous?.[column])}
                  />
                )}
                {band && (
                  <span className={band.isAnomaly ? styles.oddText : 'dimmed'}>
                    {' '}
                    {band.isAnomaly
                      ? words.oddStep(write(column, band.expected))
                      : words.expected(write(column, band.expected))}
                  </span>
                )}
              </span>
            );
          })}
          {marks
            .filter(({ first, last }) => first <= at && at <= last)
            .map(({ id, title, text }) => (
              <span key={id}>
                ⚑ {title}
                {text && <span className="dimmed"> {text}</span>}
              </span>
            ))}
        </>
      )}
    </div>
  );
}
