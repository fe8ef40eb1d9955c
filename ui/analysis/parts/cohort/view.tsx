import { type ReactNode, useMemo } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import diagrams from '../../diagrams/diagrams.module.css';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { useNames } from '../../model/use-names.ts';
import styles from './cohort.module.css';
import { heatStep, STEPS, scaleMax } from './heat.ts';
import { offsetsOf } from './offsets.ts';
import { periodText } from './period-text.ts';
import type { CohortProps, Row, Shown } from './query.ts';
import { Settings } from './settings.tsx';

/** Cohorts as rows, periods as columns, and the average above; what is not over yet is hatched. */
export function CohortView(props: CohortProps): ReactNode {
  const { words, language } = useSpeech();
  const say = words.diagrams.cohort;
  const names = useNames();
  const { query, answer, look } = props;
  const shown: Shown = look['shows'] === 'people' ? 'people' : 'share';
  const offsets = useMemo(() => offsetsOf(answer.rows), [answer.rows]);
  const most = useMemo(
    () => scaleMax(answer.rows.flatMap(({ cells }) => cells.map(({ share }) => share ?? 0))),
    [answer.rows],
  );
  const before = offsets.filter((offset) => offset < 0);
  const after = offsets.filter((offset) => offset > 0);
  const hasHatched = answer.rows.some(({ cells }) => cells.some(({ isComplete }) => !isComplete));
  const nameOf = (cohort: string): string => {
    if (!query.by) return periodText(cohort, query.unit, language);
    return cohort ? names.value(query.by.dimension, cohort) : say.noValue;
  };
  return (
    <div>
      <Settings {...props} shown={shown} />
      <Legend most={most} hasHatched={hasHatched} />
      {/* Its numbers are buttons, so the keyboard scrolls it. */}
      <div className={diagrams.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{query.by ? names.dimension(query.by.dimension) : say.firstIn[query.unit]}</th>
              <th scope="col" className="number">
                {words.diagrams.people}
              </th>
              {[...before, 0, ...after].map((offset) => (
                <th key={offset} scope="col" className="number">
                  {offset === 0 ? say.zero[query.unit] : offset > 0 ? `+${offset}` : `−${-offset}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Average {...props} before={before} after={after} />
            {answer.rows.map((row) => (
              <CohortRow
                key={row.cohort}
                {...props}
                row={row}
                name={nameOf(row.cohort)}
                title={query.by && names.whole(query.by.dimension, row.cohort)}
                before={before}
                after={after}
                most={most}
                shown={shown}
              />
            ))}
          </tbody>
        </table>
      </div>
      {answer.rowCount > answer.rows.length && (
        <p className={styles.rest}>{say.rest(answer.rows.length, answer.rowCount)}</p>
      )}
    </div>
  );
}

interface Columns {
  readonly before: readonly number[];
  readonly after: readonly number[];
}

function Average({ answer, before, after, query }: CohortProps & Columns): ReactNode {
  const { words } = useSpeech();
  const format = useFormat();
  const cellAt = (offset: number) => answer.average.find((cell) => cell.offset === offset);
  const size = answer.rows.reduce((sum, row) => sum + row.size, 0);
  const cell = (offset: number) => (
    <td key={offset} className="number">
      {cellAt(offset) ? format.percent(cellAt(offset)?.share, 0) : ''}
    </td>
  );
  return (
    <tr className={styles.average}>
      <th scope="row">{words.diagrams.cohort.average}</th>
      <td className="number">{answer.rowCount === answer.rows.length ? format.number(size) : ''}</td>
      {before.map(cell)}
      <td className="number">{format.percent(query.shows === 'churn' ? 0 : 1, 0)}</td>
      {after.map(cell)}
    </tr>
  );
}

function CohortRow(
  props: CohortProps &
    Columns & {
      readonly row: Row;
      readonly name: string;
      readonly title: string | undefined;
      readonly most: number;
      readonly shown: Shown;
    },
): ReactNode {
  const { words } = useSpeech();
  const say = words.diagrams.cohort;
  const format = useFormat();
  const { row, name, before, after, most, shown, query, onOpen } = props;
  const filter = query.by ? { filter: { dimension: query.by.dimension, value: row.cohort } } : {};
  const cellOf = (offset: number): ReactNode => {
    const cell = row.cells.find((each) => each.offset === offset);
    if (!cell) return <td key={offset} />;
    const text = shown === 'share' ? format.percent(cell.share, 0) : format.number(cell.people);
    const title = `${name} · ${say.offset(offset, query.unit)}`;
    return (
      <td
        key={offset}
        className={styles.cell}
        data-heat={heatStep(cell.share, most)}
        data-open={!cell.isComplete}
        title={say.cell({
          people: format.number(cell.people),
          size: format.number(cell.size),
          share: format.percent(cell.share),
          isOver: cell.isComplete,
        })}
      >
        <OpenNumber
          opened={{
            name: title,
            value: format.number(cell.people),
            cell: { cohort: row.cohort, offset },
            isWithoutEvents: true,
          }}
          onOpen={onOpen}
        >
          {text}
        </OpenNumber>
      </td>
    );
  };
  return (
    <tr>
      <th scope="row" data-open={!row.isComplete} title={props.title}>
        {name}
        {!row.isComplete && <span className={styles.running}> {say.running}</span>}
      </th>
      <td className="number">
        <OpenNumber
          opened={{
            name,
            value: format.number(row.size),
            cell: { cohort: row.cohort },
            isWithoutEvents: true,
            ...filter,
          }}
          onOpen={onOpen}
        />
      </td>
      {before.map(cellOf)}
      <td className={styles.zero}>
        {row.size === 0
          ? '—'
          : shown === 'people'
            ? format.number(query.shows === 'churn' ? 0 : row.size)
            : format.percent(query.shows === 'churn' ? 0 : 1, 0)}
      </td>
      {after.map(cellOf)}
    </tr>
  );
}

function Legend({ most, hasHatched }: { readonly most: number; readonly hasHatched: boolean }): ReactNode {
  const { words } = useSpeech();
  const format = useFormat();
  return (
    <div className={styles.legend}>
      <span>{format.percent(0, 0)}</span>
      <span className={styles.scale} aria-hidden>
        {Array.from({ length: STEPS }, (_, i) => i + 1).map((step) => (
          <span key={step} className={styles.sample} data-heat={step} />
        ))}
      </span>
      <span>{words.diagrams.cohort.orMore(format.percent(most, 0))}</span>
      {hasHatched && (
        <span className={styles.hatchedNote}>
          <span className={styles.sample} data-heat={2} data-open="true" aria-hidden />{' '}
          {words.diagrams.cohort.notOver}
        </span>
      )}
    </div>
  );
}
