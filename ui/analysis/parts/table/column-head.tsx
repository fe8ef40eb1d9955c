import type { ReactNode } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { useDrop } from '../../model/use-drop.ts';
import { useNames } from '../../model/use-names.ts';
import type { PartViewProps } from '../../part-kind.ts';
import { addSegment, setColumn, sortBy, sortOf } from './change-query.ts';
import { ColumnMenu } from './column-menu.tsx';
import { columnNotes } from './column-title.ts';
import type { TableAnswer, TableQuery } from './query.ts';
import styles from './table.module.css';

/** The head of a column: sorts when clicked; the menu narrows, moves and replaces it. A segment dropped here is of this column alone. */
export function ColumnHead(
  props: PartViewProps<TableQuery, TableAnswer> & {
    readonly at: number;
    readonly head: TableAnswer['columns'][number];
  },
): ReactNode {
  const { words, language } = useSpeech();
  const names = useNames();
  const { at, head, query, isFixed, onQuery } = props;
  const sort = sortOf(query);
  const column = query.columns[at];
  const notes = column ? columnNotes(column, names, words) : [];
  const { isOver, props: drop } = useDrop(isFixed ? [] : ['segment', 'metric'], (component) => {
    if (component.kind === 'segment') onQuery(addSegment(at, component.segment));
    if (component.kind === 'metric') onQuery(setColumn(at, { metric: component.id }));
  });
  const isSorted = sort.by === at;
  const title = head.title[language] ?? '';
  return (
    <th
      scope="col"
      className={`number ${isOver ? styles.over : ''}`}
      aria-sort={isSorted ? sort.order : 'none'}
      {...drop}
    >
      <span className={styles.columnHead}>
        {isFixed ? (
          <span>{title}</span>
        ) : (
          <button type="button" className={styles.sort} onClick={() => onQuery(sortBy(at))}>
            {title}
            {isSorted && (
              <span aria-hidden="true">
                {sort.on === 'change' ? ' Δ' : ''}
                {sort.order === 'ascending' ? ' ↑' : ' ↓'}
              </span>
            )}
          </button>
        )}
        {!isFixed && column && <ColumnMenu {...props} title={title} column={column} />}
      </span>
      {notes.length > 0 && <span className={styles.notes}>{notes.join(' · ')}</span>}
    </th>
  );
}
