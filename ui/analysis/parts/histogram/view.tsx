import type { CSSProperties, ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Choice, Toggle } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { MetricChoice } from '../../diagrams/dimension-choice.tsx';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { withField } from '../../diagrams/with-field.ts';
import { useNames } from '../../model/use-names.ts';
import { valueText } from '../../value-text.ts';
import styles from './histogram.module.css';
import type { Bucket, HistogramProps } from './query.ts';

const COUNTS = [6, 8, 12, 20, 30, 50];

/** Buckets as bars, each with how many are in it; a bar opens. */
export function HistogramView(props: HistogramProps): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const format = useFormat();
  const { query, answer, onOpen } = props;
  const kind = names.formatOf(query.metric);
  const write = (value: number | null): string =>
    valueText(format, kind, value === null ? null : Math.round(value * 100) / 100, format.currency);
  const most = Math.max(1, ...answer.buckets.map(({ count }) => count));
  const facts = [
    [words.histogram.median, answer.median],
    [words.histogram.mean, answer.mean],
    [words.histogram.least, answer.minimum],
    [words.histogram.most, answer.maximum],
  ] as const;
  return (
    <div>
      <Settings {...props} />
      <dl className={diagrams.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{write(value)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.up}>{names.metric(query.per === 'session' ? 'sessions' : 'people')}</p>
      <ol className={styles.bars} data-whole={kind === 'count'}>
        {answer.buckets.map((bucket) => {
          const name = bucketText(bucket, write, kind === 'count');
          return (
            <li key={`${bucket.from}`} className={styles.bucket}>
              <OpenNumber
                className={styles.slot}
                opened={{
                  name: `${names.metric(query.metric)} ${name}`,
                  value: format.number(bucket.count),
                  cell: {
                    ...(bucket.from === null ? {} : { from: bucket.from }),
                    ...(bucket.to === null ? {} : { to: bucket.to }),
                  },
                  isWithoutEvents: true,
                }}
                onOpen={onOpen}
              >
                <span className={styles.column}>
                  <span className={styles.count}>{format.compact(bucket.count)}</span>
                  <span className={styles.bar} style={{ '--share': bucket.count / most } as CSSProperties} />
                </span>
                <span className={styles.edge}>{name}</span>
                <span className={styles.share}>
                  {format.percent(bucket.share, bucket.share < 0.1 ? 1 : 0)}
                </span>
              </OpenNumber>
            </li>
          );
        })}
      </ol>
      <p className={styles.across}>
        {words.histogram.name(names.metric(query.metric), query.per === 'session')}
      </p>
    </div>
  );
}

/** A bucket in words; whole numbers by their first and last. */
function bucketText({ from, to }: Bucket, write: (value: number | null) => string, isWhole: boolean): string {
  if (from === null) return `< ${write(to)}`;
  if (to === null) return `≥ ${write(from)}`;
  if (!isWhole) return `${write(from)} – ${write(to)}`;
  return to - from <= 1 ? write(from) : `${write(from)}–${write(to - 1)}`;
}

function Settings({ query, isFixed, onQuery }: HistogramProps): ReactNode {
  const words = useWords().diagrams;
  const { buckets = { count: 12 } } = query;
  const count = 'count' in buckets ? buckets.count : buckets.edges.length;
  return (
    <div className={diagrams.settings}>
      <MetricChoice
        label={words.metric}
        value={query.metric}
        isFixed={isFixed}
        onChange={(metric) => onQuery((now) => ({ ...now, metric }))}
      />
      <Choice
        label={words.per}
        value={query.per ?? 'person'}
        isFixed={isFixed}
        options={[
          { value: 'person', label: words.person },
          { value: 'session', label: words.session },
        ]}
        onChange={(per) => onQuery((now) => withField(now, 'per', per === 'session' ? per : undefined))}
      />
      <Choice
        label={words.histogram.buckets}
        value={count}
        isFixed={isFixed}
        options={[...new Set([...COUNTS, count])]
          .sort((a, b) => a - b)
          .map((value) => ({ value, label: String(value) }))}
        onChange={(next) => onQuery((now) => ({ ...now, buckets: { count: next } }))}
      />
      <Toggle
        label={words.histogram.withNothing}
        isOn={query.withNothing ?? false}
        isFixed={isFixed}
        onChange={(isOn) => onQuery((now) => withField(now, 'withNothing', isOn ? true : undefined))}
      />
    </div>
  );
}
