import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useRef } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { Sparkline } from '../../parts/sparkline.tsx';
import type { SortColumn } from '../address.ts';
import styles from '../audiences.module.css';
import { StateChip } from '../state-chip.tsx';
import { type AudienceRow, growthOf } from './rows.ts';

const ROW_PX = 49;
const OVERSCAN = 8;

interface Column {
  readonly id: 'name' | 'size' | 'change' | 'today' | 'evaluated' | 'state' | 'usedIn' | 'cost';
  readonly sort?: SortColumn;
  readonly isNumber?: boolean;
  /** Shown where there is room for it. */
  readonly className?: string | undefined;
  readonly width?: string;
}

const COLUMNS: readonly Column[] = [
  { id: 'name', sort: 'name' },
  { id: 'size', sort: 'size', isNumber: true, width: '92px' },
  { id: 'change', sort: 'change', className: styles.wide, width: '116px' },
  { id: 'today', sort: 'today', isNumber: true, className: styles.wide, width: '104px' },
  { id: 'evaluated', className: styles.optional, width: '112px' },
  { id: 'state', width: '116px' },
  { id: 'usedIn', sort: 'usedIn', isNumber: true, className: styles.optional, width: '92px' },
  { id: 'cost', sort: 'cost', isNumber: true, className: styles.optional, width: '152px' },
];

/** The audiences as rows; only those in sight are in the page, however many there are. */
export function AudienceTable(props: {
  readonly rows: readonly AudienceRow[];
  readonly sort: SortColumn | `-${SortColumn}`;
  readonly onSort: (sort: SortColumn | `-${SortColumn}`) => void;
}): ReactNode {
  const words = useWords().audiences;
  const { rows } = props;
  const scroll = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroll}
      className={`${styles.scroll} ${styles.tall}`}
      aria-label={words.title}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody can scroll by keyboard (axe: scrollable-region-focusable).
      tabIndex={0}
    >
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <Head sort={props.sort} onSort={props.onSort} />
        <tbody>
          <Gap height={before} />
          {items.map(({ index }) => (
            <Row key={rows[index]!.audience.id} row={rows[index]!} index={index} />
          ))}
          <Gap height={after} />
        </tbody>
      </table>
    </section>
  );
}

function Head(props: {
  readonly sort: SortColumn | `-${SortColumn}`;
  readonly onSort: (sort: SortColumn | `-${SortColumn}`) => void;
}): ReactNode {
  const words = useWords().audiences.columns;
  const isDown = props.sort.startsWith('-');
  const sorted = props.sort.replace('-', '');
  return (
    <thead>
      <tr aria-rowindex={1}>
        {COLUMNS.map(({ id, sort, isNumber, className = '', width }) => (
          <th
            key={id}
            className={`${isNumber ? 'number' : ''} ${className}`}
            style={width === undefined ? {} : { width }}
            {...(sort === sorted ? { 'aria-sort': isDown ? 'descending' : 'ascending' } : {})}
          >
            {sort === undefined ? (
              words[id]
            ) : (
              <button
                type="button"
                className={styles.sort}
                // Figures begin with the most, names with A.
                onClick={() =>
                  props.onSort(
                    sort === sorted ? (isDown ? sort : `-${sort}`) : sort === 'name' ? sort : `-${sort}`,
                  )
                }
              >
                {words[id]}
                {sort === sorted ? (isDown ? ' ▼' : ' ▲') : ''}
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Gap({ height }: { readonly height: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr data-gap aria-hidden>
      <td style={{ height }} />
    </tr>
  );
}

const Row = memo(function Row(props: { readonly row: AudienceRow; readonly index: number }): ReactNode {
  const words = useWords().audiences;
  const format = useFormat();
  const { audience, sizes, enteredToday, leftToday } = props.row;
  const growth = growthOf(sizes);
  return (
    <tr aria-rowindex={props.index + 2}>
      <td>
        <div className={`ellipsis ${styles.name}`}>
          <Link to="/audiences/$id" params={{ id: audience.id }} title={audience.description ?? audience.id}>
            {audience.name}
          </Link>
        </div>
        <div className={`small ellipsis ${styles.wide}`}>{words.kinds[audience.kind]}</div>
      </td>
      <td className="number">{format.number(audience.size)}</td>
      <td className={styles.wide}>
        <span title={growth === Number.MAX_VALUE ? words.fromNothing : words.grew(format.percent(growth))}>
          <Sparkline values={sizes} />
        </span>
      </td>
      <td className={`number ${styles.wide}`}>
        <span title={words.enteredToday}>+{format.number(enteredToday)}</span>{' '}
        <span title={words.leftToday}>−{format.number(leftToday)}</span>
      </td>
      <td className={styles.optional}>{words.evaluated[audience.evaluated]}</td>
      <td>
        <StateChip audience={audience} />
      </td>
      <td className={`number ${styles.optional}`} title={audience.usedIn.join(', ')}>
        {format.number(audience.usedIn.length)}
      </td>
      <td className={`number ${styles.optional}`} title={words.costWhy}>
        {words.cost(
          audience.cost.traits,
          format.number(Math.round(audience.cost.touchesPerSecond * 100) / 100),
        )}
      </td>
    </tr>
  );
});
