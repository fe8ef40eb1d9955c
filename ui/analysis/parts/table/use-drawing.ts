import { useCallback, useMemo, useRef } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { useNames } from '../../model/use-names.ts';
import type { PartViewProps } from '../../part-kind.ts';
import { valueText } from '../../value-text.ts';
import { sortOf } from './change-query.ts';
import type { TableAnswer, TableLook, TableQuery } from './query.ts';
import type { Row } from './rows.ts';
import type { Drawing } from './table-row.tsx';

/** What all rows are drawn with. It stays the same while the answer does, so that rows are not drawn twice. */
export function useDrawing(
  props: PartViewProps<TableQuery, TableAnswer>,
  toggle: (key: string) => void,
): Drawing {
  const { language } = useSpeech();
  const format = useFormat();
  const names = useNames();
  const { query, answer, look, onLook, onOpen } = props;
  const settings = look as TableLook;
  const actions = useRef({ onLook, onOpen, toggle, look: settings });
  actions.current = { onLook, onOpen, toggle, look: settings };
  const breakDown = useCallback((row: Row, dimension: string | undefined) => {
    const { broken = {} } = actions.current.look;
    const { [row.key]: _, ...others } = broken;
    actions.current.onLook({
      ...actions.current.look,
      broken: dimension === undefined ? others : { ...others, [row.key]: dimension },
    });
  }, []);
  const isCompared = answer.total.changes !== undefined;
  return useMemo(() => {
    const write = (column: number, value: number | null | undefined): string =>
      valueText(format, answer.columns[column]?.format ?? 'number', value, answer.currency);
    const sort = sortOf(query);
    const tops = answer.rows.filter(({ path }) => path.length === 1);
    const titles = answer.columns.map(({ title }) => title[language] ?? '');
    const openCell = (row: Row | undefined, column: number, value: string, anchor: Element): void => {
      const dimensions = row?.dimensions ?? [];
      const path = row?.path ?? [];
      const dimension = dimensions.at(-1);
      const asked: TableQuery = {
        ...query,
        levels: dimensions.map((each) => ({ dimension: each })),
      };
      actions.current.onOpen(
        {
          name:
            row && dimension
              ? `${names.value(dimension, path.at(-1)!)} · ${titles[column]}`
              : (titles[column] ?? ''),
          value,
          cell: { path, column },
          question: { id: 'table', query: asked },
          ...(row && dimension
            ? {
                filter: { dimension, value: path.at(-1)! },
                onBreakDown: (by: string) => breakDown(row, by),
              }
            : {}),
        },
        anchor,
      );
    };
    return {
      names,
      write,
      percent: (share) => format.percent(share),
      openCell,
      titles,
      beside: settings.beside ?? (isCompared ? 'change' : 'share'),
      hasBars: settings.isWithoutBars !== true,
      most: answer.columns.map((_, i) => Math.max(0, ...tops.map(({ values }) => values[i] ?? 0))),
      betterLow: answer.columns.map(({ isBetterLow }) => isBetterLow),
      sparkOf: typeof sort.by === 'number' ? sort.by : 0,
      hasSparks: answer.steps !== undefined && answer.steps.length > 1,
      toggle: (row: Row) => {
        if (row.hasLevel) actions.current.toggle(row.key);
        else if (row.state === 'open') breakDown(row, undefined);
      },
      breakDown,
      rowCount: answer.rowCount,
    };
  }, [
    language,
    names,
    format,
    query,
    answer,
    settings.beside,
    settings.isWithoutBars,
    isCompared,
    breakDown,
  ]);
}
