import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSpeech, useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { dimensionValue } from '../../dimension-value.ts';
import type { PartViewProps } from '../../part-kind.ts';
import { Pick as PickComponent } from '../../pick/pick.tsx';
import { valueText } from '../../value-text.ts';
import { addColumn, addLevel, sortOf } from './change-query.ts';
import { ColumnHead } from './column-head.tsx';
import { FormulaDialog } from './formula-dialog.tsx';
import { LevelHead } from './level-head.tsx';
import type { TableAnswer, TableLook, TableQuery } from './query.ts';
import type { Row } from './rows.ts';
import styles from './table.module.css';
import { type Drawing, PendingRow, TableRow, TotalRow } from './table-row.tsx';
import { useRows } from './use-rows.ts';

const ROW_PX = 34;
const HEIGHT_PX = 460;
const OVERSCAN = 8;
/** Rows before the end at which the next page is read. */
const AHEAD = 20;

/** The freeform table: sticky head and total, bars, shares or changes, a small line each row, rows within rows; rows are drawn as they come into view. */
export function TableView(props: PartViewProps<TableQuery, TableAnswer>): ReactNode {
  const { answer, look, isFixed, onQuery } = props;
  const words = useWords().parts.table;
  const { rows, more, isComplete, toggle } = useRows(props);
  const scroll = useRef<HTMLDivElement>(null);
  const drawing = useDrawing(props, toggle);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (!isComplete && last >= rows.length - AHEAD) more();
  }, [isComplete, last, rows.length, more]);
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const columnCount = answer.columns.length + 1 + (drawing.hasSparks ? 1 : 0) + (isFixed ? 0 : 1);
  return (
    <>
      <section
        ref={scroll}
        className={styles.scroll}
        style={{ maxHeight: look.height ?? HEIGHT_PX }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable).
        tabIndex={0}
        aria-label={words.title}
      >
        <table className={styles.table} aria-rowcount={answer.rowCount + 2}>
          <thead>
            <tr>
              <LevelHead {...props} />
              {answer.columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is named by its place.
                <ColumnHead key={at} at={at} head={column} {...props} />
              ))}
              {drawing.hasSparks && <th scope="col">{words.course}</th>}
              {!isFixed && (
                <th className={styles.add}>
                  <PickComponent
                    kinds={['metric']}
                    label={words.addColumn}
                    onPick={(component) =>
                      component.kind === 'metric' && onQuery(addColumn({ metric: component.id }))
                    }
                  >
                    {(button) => (
                      <ActionIcon
                        {...button}
                        variant="default"
                        size="sm"
                        aria-label={words.addColumn}
                        title={words.addColumn}
                        data-export="no"
                      >
                        <IconPlus size={14} aria-hidden />
                      </ActionIcon>
                    )}
                  </PickComponent>
                </th>
              )}
            </tr>
            <TotalRow answer={answer} drawing={drawing} isFixed={isFixed} />
          </thead>
          <tbody>
            {above > 0 && <Gap height={above} columns={columnCount} />}
            {items.map(({ index, key }) => {
              const row = rows[index]!;
              return 'cells' in row ? (
                <TableRow key={row.key} row={row} drawing={drawing} index={index + 3} isFixed={isFixed} />
              ) : (
                <PendingRow key={key} columns={columnCount} depth={row.depth} />
              );
            })}
            {below > 0 && <Gap height={below} columns={columnCount} />}
          </tbody>
        </table>
      </section>
      {!isFixed && <Tools onQuery={onQuery} ask={props.ask} />}
    </>
  );
}

type ToolsProps = Pick<PartViewProps<TableQuery, TableAnswer>, 'onQuery' | 'ask'>;

/** What adds to the table besides the heads of its columns. */
function Tools({ onQuery, ask }: ToolsProps): ReactNode {
  const words = useWords().parts.table;
  const [isWritingFormula, setWritingFormula] = useState(false);
  return (
    <>
      <div className={styles.tools} data-export="no">
        <PickComponent
          kinds={['dimension']}
          label={words.addLevel}
          onPick={(component) => component.kind === 'dimension' && onQuery(addLevel(component.id))}
        >
          {(button) => (
            <Button
              {...button}
              size="compact-xs"
              variant="subtle"
              leftSection={<IconPlus size={12} aria-hidden />}
            >
              {words.addLevel}
            </Button>
          )}
        </PickComponent>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={12} aria-hidden />}
          onClick={() => setWritingFormula(true)}
        >
          {words.addFormula}
        </Button>
      </div>
      {isWritingFormula && (
        <FormulaDialog
          onFormula={(column) => onQuery(addColumn(column))}
          onClose={() => setWritingFormula(false)}
          ask={ask}
        />
      )}
    </>
  );
}

/** A stretch of rows out of view. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 } as CSSProperties} />
    </tr>
  );
}

/** What all rows are drawn with. It stays the same while the answer does, so that rows are not drawn twice. */
function useDrawing(props: PartViewProps<TableQuery, TableAnswer>, toggle: (key: string) => void): Drawing {
  const { language, words } = useSpeech();
  const format = useFormat();
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
    const label = (dimension: string, value: string): string =>
      dimensionValue(dimension, value, { language, none: words.analysis.none, format });
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
              ? `${label(dimension, path.at(-1)!)} · ${titles[column]}`
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
      label,
      write,
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
    words,
    format,
    query,
    answer,
    settings.beside,
    settings.isWithoutBars,
    isCompared,
    breakDown,
  ]);
}
