import { type CSSProperties, type ReactNode, useState } from 'react';
import { useSpeech } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import diagrams from '../../diagrams/diagrams.module.css';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { useNames } from '../../model/use-names.ts';
import { valueText } from '../../value-text.ts';
import styles from './attribution.module.css';
import { ModelHead } from './model-head.tsx';
import type { AttributionAnswer, AttributionProps } from './query.ts';
import { Settings } from './settings.tsx';
import { USUAL } from './usual.ts';

type AnswerRow = Pick<AttributionAnswer['rows'][number], 'value' | 'credits' | 'cost' | 'returns'>;
const ROWS = 15;
/** A difference from here on is drawn in its full hue. */
const STRONG = 0.5;

/** Models as columns; from the second on with the difference from the first. */
export function AttributionView(props: AttributionProps): ReactNode {
  const { words } = useSpeech();
  const names = useNames();
  const say = words.diagrams.attribution;
  const { query, answer, isFixed } = props;
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? answer.rows : answer.rows.slice(0, ROWS);
  return (
    <div>
      <Settings {...props} />
      {answer.metrics.map((metric, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a metric may be asked twice.
        <div key={i} className={diagrams.scroll}>
          <table className={`${diagrams.table} ${styles.table}`}>
            <thead>
              <tr>
                <th scope="col">{names.dimension(query.dimension ?? USUAL.dimension)}</th>
                {query.models.map((model, j) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the same model may stand twice with other settings.
                  <th key={j} scope="col" className="number">
                    <ModelHead {...props} index={j} model={model} isFixed={isFixed || i > 0} />
                  </th>
                ))}
                {query.costs && (
                  <>
                    <th scope="col" className="number">
                      {say.cost}
                    </th>
                    <th scope="col" className="number">
                      {metric.format === 'amount' ? say.returns : say.perCost}
                    </th>
                  </>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <CreditRow key={row.value} {...props} row={row} metric={i} />
              ))}
              <CreditRow {...props} row={{ value: '', credits: answer.none.credits }} metric={i} isNone />
              <Total {...props} metric={i} />
            </tbody>
          </table>
        </div>
      ))}
      {answer.rows.length > ROWS && (
        <button type="button" className={diagrams.choice} onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.diagrams.fewer : words.diagrams.all(answer.rows.length)}
        </button>
      )}
    </div>
  );
}

function CreditRow(
  props: AttributionProps & { readonly row: AnswerRow; readonly metric: number; readonly isNone?: boolean },
): ReactNode {
  const { words, language } = useSpeech();
  const say = words.diagrams.attribution;
  const format = useFormat();
  const names = useNames();
  const { row, metric, answer, query, isNone = false, onOpen } = props;
  const kind = answer.metrics[metric]?.format ?? 'number';
  const credits = row.credits[metric] ?? [];
  const base = credits[0] ?? 0;
  const most = Math.max(1e-9, ...answer.rows.flatMap(({ credits: all }) => all[metric] ?? []));
  const dimension = query.dimension ?? USUAL.dimension;
  const isKnown = !isNone && row.value !== '';
  const name = isNone ? say.none : isKnown ? names.value(dimension, row.value) : say.noValue;
  const write = (value: number | null | undefined): string =>
    valueText(
      format,
      kind,
      typeof value === 'number' ? Math.round(value * 100) / 100 : value,
      format.currency,
    );
  const returned = row.returns?.[metric]?.[0];
  return (
    <tr className={isNone ? styles.none : undefined}>
      <th scope="row" title={isKnown ? names.whole(dimension, row.value) : undefined}>
        {name}
      </th>
      {credits.map((credit, i) => {
        const change = base === 0 ? null : credit / base - 1;
        const title = answer.models[i]?.title[language] ?? '';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same model may stand twice.
          <td key={i} className="number">
            <OpenNumber
              opened={{
                name: `${name} · ${title}`,
                value: write(credit),
                cell: { value: row.value, metric, model: i },
                ...(isNone ? {} : { filter: { dimension, value: row.value } }),
              }}
              onOpen={onOpen}
            />
            {i > 0 && change !== null && (
              <span
                className={styles.change}
                data-way={wayOf(change)}
                style={{ '--strength': strength(change) } as CSSProperties}
              >
                {change > 0 ? '▲ ' : change < 0 ? '▼ ' : ''}
                {format.percent(Math.abs(change), 0)}
              </span>
            )}
            {i === 0 && !isNone && credit > 0 && (
              <span
                className={diagrams.bar}
                style={{ '--share': Math.max(0, credit) / most } as CSSProperties}
              />
            )}
          </td>
        );
      })}
      {query.costs && (
        <>
          <td className="number">{row.cost ? format.money(row.cost) : '—'}</td>
          <td className="number">
            {returned === null || returned === undefined
              ? '—'
              : format.number(Math.round(returned * 100) / 100)}
          </td>
        </>
      )}
    </tr>
  );
}

function Total(props: AttributionProps & { readonly metric: number }): ReactNode {
  const { words } = useSpeech();
  const format = useFormat();
  const { answer, query, metric } = props;
  const asked = answer.metrics[metric];
  const write = (value: number): string =>
    valueText(format, asked?.format ?? 'number', value, format.currency);
  return (
    <tr className={diagrams.sum}>
      <th scope="row">{words.diagrams.total}</th>
      <td className="number">{write(asked?.total ?? 0)}</td>
      <td colSpan={Math.max(1, query.models.length - 1)} className={styles.note}>
        {words.diagrams.attribution.withoutTouch(
          write(asked?.withoutTouch ?? 0),
          format.percent(asked?.withoutTouchShare),
        )}
      </td>
      {query.costs && (
        <>
          <td className="number">{format.money(answer.cost)}</td>
          <td />
        </>
      )}
    </tr>
  );
}

function wayOf(change: number): 'more' | 'less' | 'same' {
  if (Math.abs(change) < 0.005) return 'same';
  return change > 0 ? 'more' : 'less';
}

function strength(change: number): number {
  return Math.min(1, Math.abs(change) / STRONG);
}
