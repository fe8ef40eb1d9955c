import type { CSSProperties, ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Chip } from '../../../parts/chip.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { useNames } from '../../model/use-names.ts';
import { valueText } from '../../value-text.ts';
import styles from './experiment.module.css';
import type { ExperimentProps, Result } from './query.ts';
import { Settings } from './settings.tsx';
import { VARIANT } from './variant.ts';

/** For each metric its variants: the mean, how much more or less than the control, as an interval on one scale, and whether it is sure. */
export function ExperimentView(props: ExperimentProps): ReactNode {
  const words = useWords().diagrams;
  const say = words.experiment;
  const names = useNames();
  const format = useFormat();
  const { query, answer } = props;
  return (
    <div>
      <Settings {...props} />
      {query.metrics.map(({ metric, as }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a metric may stand there twice, as mean and as share.
        <div key={i} className={diagrams.scroll}>
          <table className={`${diagrams.table} ${styles.table}`}>
            <thead>
              <tr>
                <th scope="col">{`${names.metric(metric)} · ${as === 'share' ? say.asShare : say.asMean}`}</th>
                <th scope="col" className="number">
                  {words.people}
                </th>
                <th scope="col" className="number">
                  {as === 'share' ? say.share : say.mean}
                </th>
                <th scope="col" className="number">
                  {say.lift}
                </th>
                <th scope="col">{say.interval(format.percent(query.confidence ?? 0.95, 0))}</th>
                <th scope="col" className="number">
                  {say.confidence}
                </th>
              </tr>
            </thead>
            <tbody>
              <Variants {...props} metric={i} />
            </tbody>
          </table>
        </div>
      ))}
      {answer.mixedPeople > 0 && (
        <p className={styles.note}>{say.mixed(format.number(answer.mixedPeople))}</p>
      )}
    </div>
  );
}

function Variants(props: ExperimentProps & { readonly metric: number }): ReactNode {
  const words = useWords().diagrams.experiment;
  const names = useNames();
  const format = useFormat();
  const { query, answer, metric, onOpen } = props;
  const asked = query.metrics[metric];
  const kind = asked?.as === 'share' ? 'share' : meanFormat(names.formatOf(asked?.metric ?? ''));
  const widest = Math.max(
    0.01,
    ...answer.variants.flatMap(({ results }) => {
      const interval = results[metric]?.liftInterval;
      return interval ? [Math.abs(interval.lower), Math.abs(interval.upper)] : [];
    }),
  );
  const dimension = query.exposure.dimension ?? VARIANT;
  return answer.variants.map(({ variant, isControl, people, results }) => {
    const result = results[metric];
    const name = names.value(dimension, variant);
    return (
      <tr key={variant}>
        <th scope="row" title={names.whole(dimension, variant)}>
          {name} {isControl && <Chip>{words.control}</Chip>}
        </th>
        <td className="number">
          <OpenNumber
            opened={{ name, value: format.number(people), cell: { variant }, isWithoutEvents: true }}
            onOpen={onOpen}
          />
        </td>
        <td className="number">{valueText(format, kind, rounded(result?.mean, kind), format.currency)}</td>
        <td className="number">{isControl ? '—' : signed(result?.lift, format.percent)}</td>
        <td>{isControl ? null : <Interval result={result} widest={widest} />}</td>
        <td className="number">{isControl || !result ? '—' : <Verdict result={result} />}</td>
      </tr>
    );
  });
}

function Verdict({ result }: { readonly result: Result }): ReactNode {
  const words = useWords().diagrams.experiment;
  const format = useFormat();
  if (result.confidence === null) return '—';
  const tone = !result.isConclusive ? 'plain' : (result.lift ?? 0) > 0 ? 'good' : 'bad';
  return (
    <>
      {format.percent(result.confidence)}{' '}
      <Chip tone={tone}>
        {!result.isConclusive ? words.notYet : (result.lift ?? 0) > 0 ? words.better : words.worse}
      </Chip>
    </>
  );
}

/** The interval of a lift on a scale whose middle is no difference. */
function Interval(props: { readonly result: Result | undefined; readonly widest: number }): ReactNode {
  const words = useWords().diagrams.experiment;
  const format = useFormat();
  const { result, widest } = props;
  const interval = result?.liftInterval;
  if (!interval) return <span className="dimmed">{words.tooLittle}</span>;
  const at = (lift: number): number => 50 + (lift / widest) * 50;
  const style = {
    '--from': `${at(interval.lower)}%`,
    '--width': `${at(interval.upper) - at(interval.lower)}%`,
    '--at': `${at(result.lift ?? 0)}%`,
  } as CSSProperties;
  return (
    <div className={styles.forest}>
      <span className={styles.axis} style={style} data-sure={result.isConclusive} aria-hidden>
        <span className={styles.range} />
        <span className={styles.point} />
      </span>
      <span className={styles.ends}>
        {signed(interval.lower, format.percent)} … {signed(interval.upper, format.percent)}
      </span>
    </div>
  );
}

function signed(share: number | null | undefined, write: (share: number) => string): string {
  if (share === null || share === undefined) return '—';
  return `${share > 0 ? '+' : share < 0 ? '−' : ''}${write(Math.abs(share))}`;
}

/** Means of counts have decimals. */
function meanFormat(kind: string): string {
  return kind === 'count' ? 'number' : kind;
}

function rounded(value: number | null | undefined, kind: string): number | null {
  if (value === null || value === undefined) return null;
  return kind === 'number' ? Math.round(value * 1_000) / 1_000 : value;
}
