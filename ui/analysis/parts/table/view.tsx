import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type CSSProperties, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import type { PartViewProps } from '../../part-kind.ts';
import { Pick as PickComponent } from '../../pick/pick.tsx';
import { addColumn, addLevel } from './change-query.ts';
import { ColumnHead } from './column-head.tsx';
import { LevelHead } from './level-head.tsx';
import type { TableAnswer, TableQuery } from './query.ts';
import styles from './table.module.css';
import { PendingRow, TableRow, TotalRow } from './table-row.tsx';
import { useDrawing } from './use-drawing.ts';
import { useRows } from './use-rows.ts';
import { useRowsInView } from './use-rows-in-view.ts';

const FormulaDialog = lazy(async () => ({ default: (await import('./formula-dialog.tsx')).FormulaDialog }));

const HEIGHT_PX = 460;
/** Rows before the end at which the next page is read. */
const AHEAD = 20;

/** The freeform table: sticky head and total, bars, shares or changes, a small line each row, rows within rows; rows are drawn as they come into view. */
export function TableView(props: PartViewProps<TableQuery, TableAnswer>): ReactNode {
  const { answer, look, isFixed, onQuery } = props;
  const words = useWords().parts.table;
  const { rows, more, isComplete, toggle } = useRows(props);
  const drawing = useDrawing(props, toggle);
  const { shown, above, below, onScroll } = useRowsInView(rows.length, look.height ?? HEIGHT_PX);
  const { to } = shown;
  useEffect(() => {
    if (!isComplete && to >= rows.length - AHEAD) more();
  }, [isComplete, to, rows.length, more]);
  const columnCount = answer.columns.length + 1 + (drawing.hasSparks ? 1 : 0) + (isFixed ? 0 : 1);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form; this is what scrolls. */}
      <div
        onScroll={onScroll}
        role="group"
        className={styles.scroll}
        style={{ maxHeight: look.height ?? HEIGHT_PX }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (axe: scrollable-region-focusable).
        tabIndex={0}
        aria-label={words.title}
      >
        <table
          className={styles.table}
          data-columns={columnsOf(answer.columns.length)}
          aria-rowcount={answer.rowCount + 2}
        >
          <thead>
            <tr>
              <LevelHead {...props} />
              {answer.columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is named by its place.
                <ColumnHead key={at} at={at} head={column} {...props} />
              ))}
              {drawing.hasSparks && (
                <th scope="col" className={styles.course}>
                  {words.course}
                </th>
              )}
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
            {rows
              .slice(shown.from, to)
              .map((row, i) =>
                'cells' in row ? (
                  <TableRow
                    key={row.key}
                    row={row}
                    drawing={drawing}
                    index={shown.from + i + 3}
                    isFixed={isFixed}
                  />
                ) : (
                  <PendingRow key={row.key} columns={columnCount} depth={row.depth} />
                ),
              )}
            {below > 0 && <Gap height={below} columns={columnCount} />}
          </tbody>
        </table>
      </div>
      {!isFixed && <Tools onQuery={onQuery} ask={props.ask} />}
    </>
  );
}

/** How soon room gets scarce; fewer than three always have enough. */
function columnsOf(count: number): 'few' | 'some' | 'many' {
  return count < 3 ? 'few' : count < 5 ? 'some' : 'many';
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
        <Suspense>
          <FormulaDialog
            onFormula={(column) => onQuery(addColumn(column))}
            onClose={() => setWritingFormula(false)}
            ask={ask}
          />
        </Suspense>
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
