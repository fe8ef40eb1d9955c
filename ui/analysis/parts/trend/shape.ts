import { useMemo } from 'react';
import type { AnswerRow, TableAnswer } from '../table/query.ts';
import type { Mark } from './annotations.ts';
import { ticksOf } from './scale.ts';

/** Room around the lines, for what the axes say. */
export const EDGE = { top: 30, bottom: 24, left: 64 };
const RIGHT_PX = 16;
const RIGHT_WITH_AXIS_PX = 60;

/** What a plot is drawn of. */
export interface PlotProps {
  readonly width: number;
  readonly height: number;
  readonly answer: TableAnswer;
  readonly rows: readonly AnswerRow[];
  readonly label: (step: number) => string;
  readonly write: (column: number, value: number | null | undefined) => string;
  /** Writes a step of the axis on which a column reads; all of an axis have the same digits. */
  readonly writeTick: (column: number, tick: number, step: number) => string;
  readonly titles: readonly string[];
  readonly marks: readonly Mark[];
  readonly onOpen: (step: number, column: number, anchor: Element) => void;
}

/** Where numbers stand: one scale a format; the first format reads on the left, another on the right. */
export interface Shape {
  readonly inner: number;
  /** Where the lines end on the right. */
  readonly right: number;
  readonly x: (step: number) => number;
  readonly y: (column: number, value: number) => number;
  readonly axes: readonly {
    readonly column: number;
    /** All columns that read on it. */
    readonly columns: readonly number[];
    readonly ticks: readonly number[];
  }[];
}

/** The shape of a plot; it stays while the answer and the size do. */
export function useShape({ width, height, answer, rows }: PlotProps): Shape {
  return useMemo(() => {
    const formats = [...new Set(answer.columns.map(({ format }) => format))];
    const inner = Math.max(1, width - EDGE.left - (formats.length > 1 ? RIGHT_WITH_AXIS_PX : RIGHT_PX));
    const tall = height - EDGE.top - EDGE.bottom;
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
      return { column: columns[0]!, columns, ...ticksOf(values, format === 'count') };
    });
    const last = Math.max(1, rows.length - 1);
    return {
      inner,
      right: EDGE.left + inner,
      x: (step) => EDGE.left + (step / last) * inner,
      y: (column, value) => {
        const { from, to } = scales[formats.indexOf(answer.columns[column]!.format)]!;
        return EDGE.top + tall - ((Math.max(from, Math.min(to, value)) - from) / (to - from)) * tall;
      },
      axes: scales.slice(0, 2).map(({ column, columns, at }) => ({ column, columns, ticks: at })),
    };
  }, [width, height, answer, rows]);
}
