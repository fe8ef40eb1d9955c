import type { CSSProperties, ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Choice, Toggle } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { DimensionChoice } from '../../diagrams/dimension-choice.tsx';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { withField } from '../../diagrams/with-field.ts';
import { useNames } from '../../model/use-names.ts';
import { Middle } from './middle.tsx';
import { middleText } from './middle-text.ts';
import styles from './neighbours.module.css';
import type { NeighboursProps } from './query.ts';

const AWAY = [1, 2, 3, 4, 5];

/** Before, the value itself, after: ranked, and each can become the middle. */
export function NeighboursView(props: NeighboursProps): ReactNode {
  const words = useWords().diagrams;
  const say = words.neighbours;
  const format = useFormat();
  const names = useNames();
  const { query, answer, asked, id, isFixed, onQuery } = props;
  return (
    <div>
      <div className={diagrams.settings}>
        <DimensionChoice
          label={words.flow.of}
          value={query.dimension}
          isFixed={isFixed}
          onChange={(dimension) => onQuery((now) => ({ ...now, dimension, value: [] }))}
        />
        <Middle query={query} asked={asked} id={id} isFixed={isFixed} onQuery={onQuery} />
        <Choice
          label={words.withinA}
          value={query.within ?? 'session'}
          isFixed={isFixed}
          options={[
            { value: 'session', label: words.session },
            { value: 'person', label: words.person },
          ]}
          onChange={(within) => onQuery((now) => ({ ...now, within }))}
        />
        <Choice
          label={say.away}
          value={query.away ?? 1}
          isFixed={isFixed}
          options={AWAY.map((value) => ({ value, label: String(value) }))}
          onChange={(away) => onQuery((now) => ({ ...now, away }))}
        />
        <Toggle
          label={words.flow.repeats}
          isOn={query.repeats ?? false}
          isFixed={isFixed}
          onChange={(isOn) => onQuery((now) => withField(now, 'repeats', isOn ? true : undefined))}
        />
      </div>
      <div className={styles.sides}>
        <div className={styles.middle}>
          <strong>{middleText(query, names)}</strong>
          <span className="dimmed">{say.times(format.number(answer.times))}</span>
        </div>
        <Side {...props} side="previous" />
        <Side {...props} side="next" />
      </div>
    </div>
  );
}

function Side(props: NeighboursProps & { readonly side: 'previous' | 'next' }): ReactNode {
  const words = useWords().diagrams;
  const say = words.neighbours;
  const format = useFormat();
  const names = useNames();
  const { side, query, answer, isFixed, onQuery, onOpen } = props;
  const { values, none, valueCount } = answer[side];
  const most = Math.max(1, none.times, ...values.map(({ times }) => times));
  const rows = [
    ...values.map((each) => ({
      ...each,
      name: names.value(query.dimension, each.value),
      title: names.whole(query.dimension, each.value),
      isNone: false,
    })),
    ...(none.times > 0
      ? [
          {
            value: '',
            name: side === 'next' ? say.ends : say.begins,
            title: undefined,
            ...none,
            share: none.times / Math.max(1, answer.times),
            isNone: true,
          },
        ]
      : []),
  ];
  return (
    <section aria-label={say[side]}>
      <h4 className={diagrams.subtitle}>{say[side]}</h4>
      <ol className={styles.list}>
        {rows.map(({ value, name, title, times, share, isNone }) => (
          <li
            key={`${isNone}${value}`}
            data-none={isNone}
            style={{ '--share': times / most } as CSSProperties}
          >
            <span className={styles.bar} aria-hidden />
            <span className={styles.name} title={title}>
              {name}
            </span>
            <span className={styles.figure}>
              <OpenNumber
                opened={{
                  name: `${say[side]}: ${name}`,
                  value: format.number(times),
                  cell: { side, ...(isNone ? {} : { value }) },
                  ...(isNone ? {} : { filter: { dimension: query.dimension, value } }),
                  more:
                    isNone || isFixed
                      ? []
                      : [{ label: say.toMiddle, onClick: () => onQuery((now) => ({ ...now, value })) }],
                }}
                onOpen={onOpen}
              />{' '}
              <span className="dimmed">{format.percent(share, 0)}</span>
            </span>
          </li>
        ))}
      </ol>
      {valueCount > values.length && (
        <p className={styles.rest}>
          {isFixed ? (
            words.all(valueCount)
          ) : (
            <button
              type="button"
              className={diagrams.choice}
              onClick={() => onQuery((now) => ({ ...now, limit: valueCount }))}
            >
              {words.all(valueCount)}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
