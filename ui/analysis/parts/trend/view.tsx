import { ActionIcon, SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useMay } from '../../../access/use-me.ts';
import { useSpeech } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { useNames } from '../../model/use-names.ts';
import type { PartViewProps } from '../../part-kind.ts';
import { Pick as PickComponent } from '../../pick/pick.tsx';
import { tickText, valueText } from '../../value-text.ts';
import { addColumn, removeColumn } from '../table/change-query.ts';
import { columnNotes } from '../table/column-title.ts';
import type { TableAnswer, TableQuery } from '../table/query.ts';
import { stepsOf, useAnnotations } from './annotations.ts';
import { Plot } from './plot.tsx';
import styles from './trend.module.css';

const AnnotationDialog = lazy(async () => ({
  default: (await import('./annotation-dialog.tsx')).AnnotationDialog,
}));

const UNITS = ['hour', 'day', 'week', 'month'];
const HEIGHT_PX = 276;
/** What a line can show; more points than this are told to be taken in longer steps. */
const POINTS_MAX = 2_000;

/** Lines over time. Arrows move along the steps, Enter and a click open the number; metrics are added and taken away in the legend. */
export function TrendView(props: PartViewProps<TableQuery, TableAnswer>): ReactNode {
  const { query, answer, look, isFixed, onOpen } = props;
  const { words, language } = useSpeech();
  const say = words.parts.trend;
  const format = useFormat();
  const names = useNames();
  const may = useMay();
  const annotations = useAnnotations();
  const { ref, width } = useElementSize();
  const [noted, setNoted] = useState<string>();
  const unit = query.levels[0]?.dimension ?? 'day';
  const rows = answer.rows.slice(0, POINTS_MAX);
  const steps = rows.map(({ path }) => path[0] ?? '');
  const label = (step: number): string => names.value(unit, steps[step] ?? '');
  const write = (column: number, value: number | null | undefined): string =>
    valueText(
      format,
      answer.columns[column]?.format ?? 'number',
      // What is expected of a count is no whole number; nobody wants a quarter of an order.
      answer.columns[column]?.format === 'count' && value ? Math.round(value) : value,
      answer.currency,
    );
  const titles = answer.columns.map(({ title }, i) => {
    const column = query.columns[i];
    return [title[language] ?? '', ...(column ? columnNotes(column, names, words) : [])].join(' · ');
  });
  const open = (step: number, column: number, anchor: Element): void =>
    onOpen(
      {
        name: `${label(step)} · ${titles[column]}`,
        value: write(column, rows[step]?.values[column]),
        cell: { path: [steps[step]!], column },
        filter: { dimension: unit, value: steps[step]! },
        more:
          isFixed || !may('analytics.write')
            ? []
            : [{ label: say.annotate, onClick: () => setNoted(steps[step]!.slice(0, 10)) }],
      },
      anchor,
    );
  return (
    <div>
      <Legend {...props} titles={titles} unit={unit} write={write} />
      {/* Until the new width is known after a change, the old drawing may be too wide. */}
      <div ref={ref} style={{ height: look.height ?? HEIGHT_PX, overflow: 'hidden' }}>
        {width > 0 && (
          <Plot
            width={width}
            height={look.height ?? HEIGHT_PX}
            answer={answer}
            rows={rows}
            label={label}
            write={write}
            writeTick={(column, tick, step) =>
              tickText(format, answer.columns[column]?.format ?? 'number', tick, step, answer.currency)
            }
            titles={titles}
            marks={annotations.flatMap((annotation) => {
              const at = stepsOf(annotation, steps);
              return at
                ? [
                    {
                      id: annotation.id,
                      title: annotation.title,
                      text: annotation.text,
                      first: at[0],
                      last: at[1],
                    },
                  ]
                : [];
            })}
            onOpen={open}
          />
        )}
      </div>
      {answer.rows.length > POINTS_MAX && <p className="dimmed">{say.tooMany(format.number(POINTS_MAX))}</p>}
      {noted && (
        <Suspense>
          <AnnotationDialog day={noted} onClose={() => setNoted(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

/** What the lines are, with their totals; metrics are added and taken away here, and the steps are chosen. */
function Legend(
  props: PartViewProps<TableQuery, TableAnswer> & {
    readonly titles: readonly string[];
    readonly unit: string;
    readonly write: (column: number, value: number | null | undefined) => string;
  },
): ReactNode {
  const { words } = useSpeech();
  const say = words.parts.trend;
  const names = useNames();
  const { answer, isFixed, onQuery, titles, unit, write } = props;
  return (
    <div className={styles.legend}>
      {titles.map((title, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is named by its place.
        <span key={i} className={styles.series}>
          <svg width="16" height="8" aria-hidden="true">
            <line x1="0" x2="16" y1="4" y2="4" stroke={`var(--series-${(i % 5) + 1})`} strokeWidth="2.5" />
          </svg>
          {title}
          <strong className="number">{write(i, answer.total.values[i])}</strong>
          {!isFixed && titles.length > 1 && (
            <button
              type="button"
              className={styles.remove}
              aria-label={say.remove(title)}
              onClick={() => onQuery(removeColumn(i))}
            >
              ×
            </button>
          )}
        </span>
      ))}
      {answer.compared && <span className="dimmed">{say.dashed}</span>}
      {!isFixed && (
        <PickComponent
          kinds={['metric']}
          label={words.parts.table.addColumn}
          onPick={(component) => component.kind === 'metric' && onQuery(addColumn({ metric: component.id }))}
        >
          {(button) => (
            <ActionIcon
              {...button}
              size="sm"
              variant="default"
              aria-label={words.parts.table.addColumn}
              data-export="no"
            >
              <IconPlus size={14} aria-hidden />
            </ActionIcon>
          )}
        </PickComponent>
      )}
      {!isFixed && (
        <SegmentedControl
          size="xs"
          className={styles.units}
          data-export="no"
          aria-label={say.steps}
          value={unit}
          data={UNITS.map((each) => ({ value: each, label: names.dimension(each) }))}
          onChange={(next) => onQuery((now) => ({ ...now, levels: [{ dimension: next }] }))}
        />
      )}
    </div>
  );
}
