import { ActionIcon, Skeleton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { ChangeText } from '../../frame/change.tsx';
import { Spark } from '../../frame/spark.tsx';
import type { Names } from '../../model/names.ts';
import { useDrop } from '../../model/use-drop.ts';
import { Pick } from '../../pick/pick.tsx';
import type { Cells, TableAnswer } from './query.ts';
import type { Row } from './rows.ts';
import styles from './table.module.css';

/** What all rows of a table are drawn with. */
export interface Drawing {
  readonly names: Names;
  readonly write: (column: number, value: number | null | undefined) => string;
  readonly openCell: (row: Row | undefined, column: number, value: string, anchor: Element) => void;
  readonly percent: (share: number | null) => string;
  readonly titles: readonly string[];
  readonly beside: 'share' | 'change';
  readonly hasBars: boolean;
  /** The greatest value of each column among the rows of the first level: the whole width of a bar. */
  readonly most: readonly number[];
  readonly betterLow: readonly boolean[];
  /** The column whose course is drawn. */
  readonly sparkOf: number;
  readonly hasSparks: boolean;
  readonly toggle: (row: Row) => void;
  readonly breakDown: (row: Row, dimension: string | undefined) => void;
  readonly rowCount: number;
}

/** One row: what it is, its numbers, its course. */
export const TableRow = memo(function TableRow(props: {
  readonly row: Row;
  readonly drawing: Drawing;
  readonly index: number;
  readonly isFixed: boolean;
}): ReactNode {
  const { row, drawing, isFixed } = props;
  const { cells, path, dimensions } = row;
  const { names } = drawing;
  const [dimension, value] = [dimensions.at(-1)!, path.at(-1)!];
  const label = names.value(dimension, value);
  const { isOver, props: drop } = useDrop(isFixed || row.hasLevel ? [] : ['dimension'], (component) => {
    if (component.kind === 'dimension') drawing.breakDown(row, component.id);
  });
  return (
    <tr aria-rowindex={props.index} data-over={isOver} className={styles.row} {...drop}>
      <th scope="row" className={styles.head} style={{ paddingLeft: 8 + (path.length - 1) * 18 }}>
        <span className={styles.headInner}>
          <Expander row={row} drawing={drawing} label={label} isFixed={isFixed} />
          <span className="ellipsis" title={names.whole(dimension, value)}>
            {label}
          </span>
        </span>
      </th>
      {drawing.titles.map((_, column) => (
        <NumberCell
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is named by its place.
          key={column}
          column={column}
          cells={cells}
          share={cells.shares[column]}
          row={row}
          drawing={drawing}
        />
      ))}
      {drawing.hasSparks && (
        <td className={styles.spark}>
          {cells.sparklines && <Spark values={cells.sparklines[drawing.sparkOf] ?? []} />}
        </td>
      )}
      {!isFixed && <td />}
    </tr>
  );
});

/** Opens and closes the rows below; where there are none yet it asks by what the row is broken down. */
function Expander(props: {
  readonly row: Row;
  readonly drawing: Drawing;
  readonly label: string;
  readonly isFixed: boolean;
}): ReactNode {
  const words = useWords().parts.table;
  const { row, drawing, label, isFixed } = props;
  const isOpen = row.state === 'open';
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const icon = <Chevron size={14} aria-hidden />;
  if (row.hasLevel || isOpen)
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-expanded={isOpen}
        aria-label={isOpen ? words.close(label) : words.open(label)}
        onClick={() => drawing.toggle(row)}
      >
        {icon}
      </ActionIcon>
    );
  if (isFixed) return null;
  return (
    <Pick
      kinds={['dimension']}
      label={words.breakDown(label)}
      onPick={(component) => component.kind === 'dimension' && drawing.breakDown(row, component.id)}
    >
      {(button) => (
        <ActionIcon {...button} variant="subtle" color="gray" size={24} aria-label={words.breakDown(label)}>
          {icon}
        </ActionIcon>
      )}
    </Pick>
  );
}

function NumberCell(props: {
  readonly column: number;
  readonly cells: Cells;
  readonly share: number | null | undefined;
  readonly row: Row | undefined;
  readonly drawing: Drawing;
}): ReactNode {
  const { column, cells, share, row, drawing } = props;
  const value = cells.values[column];
  const written = drawing.write(column, value);
  const most = drawing.most[column] ?? 0;
  const bar = row && drawing.hasBars && value && most > 0 ? Math.max(0, Math.min(1, value / most)) : 0;
  const change = cells.changes?.[column];
  return (
    <td className={styles.cell}>
      {bar > 0 && <span className={styles.bar} style={{ width: `${bar * 100}%` }} aria-hidden="true" />}
      <span className={styles.numbers}>
        <button
          type="button"
          className={styles.value}
          onClick={(event) => drawing.openCell(row, column, written, event.currentTarget)}
        >
          {written}
        </button>
        <span className={styles.beside}>
          {drawing.beside === 'change' && cells.changes ? (
            <ChangeText
              percent={drawing.percent}
              change={change}
              isBetter={
                change === null || change === undefined ? undefined : change > 0 !== drawing.betterLow[column]
              }
              previous={drawing.write(column, cells.previous?.[column])}
            />
          ) : row && share !== undefined ? (
            drawing.percent(share)
          ) : null}
        </span>
      </span>
    </td>
  );
}

/** The total, which is counted anew and not added up. */
export function TotalRow(props: {
  readonly answer: TableAnswer;
  readonly drawing: Drawing;
  readonly isFixed: boolean;
}): ReactNode {
  const words = useWords().parts.table;
  const { answer, drawing, isFixed } = props;
  return (
    <tr className={styles.total} aria-rowindex={2}>
      <th scope="row" className={styles.head}>
        {words.total} <span className={styles.count}>{words.rows(drawing.rowCount)}</span>
      </th>
      {drawing.titles.map((_, column) => (
        <NumberCell
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is named by its place.
          key={column}
          column={column}
          cells={answer.total}
          share={undefined}
          row={undefined}
          drawing={drawing}
        />
      ))}
      {drawing.hasSparks && (
        <td className={styles.spark}>
          {answer.total.sparklines && <Spark values={answer.total.sparklines[drawing.sparkOf] ?? []} />}
        </td>
      )}
      {!isFixed && <td />}
    </tr>
  );
}

/** A row that is still read. */
export function PendingRow({
  columns,
  depth,
}: {
  readonly columns: number;
  readonly depth: number;
}): ReactNode {
  return (
    <tr className={styles.row}>
      <td colSpan={columns} style={{ paddingLeft: 12 + depth * 18 }}>
        <Skeleton height={12} width="40%" />
      </td>
    </tr>
  );
}
