import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { Choice } from '../../diagrams/choice.tsx';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { stepText } from '../../diagrams/touch-text.ts';
import { useNames } from '../../model/use-names.ts';
import { askInstead, insertStep } from './change.ts';
import styles from './fallout.module.css';
import type { FalloutAnswer, FalloutProps } from './query.ts';

const DIMENSIONS = ['event', 'page', 'category', 'product', 'channel', 'device'];

/** What those did next who came to a step and no further; any of it can become a step. */
export function Instead(
  props: FalloutProps & { readonly values: NonNullable<FalloutAnswer['instead']> },
): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const format = useFormat();
  const { query, values, isFixed, onQuery, onOpen } = props;
  const step = query.instead?.step ?? 1;
  const dimension = query.instead?.dimension ?? 'event';
  const name = (at: number): string => stepText(query.steps[at]?.any ?? [], names, words.or);
  const sum = values.reduce((all, { count }) => all + count, 0);
  const most = Math.max(1, ...values.map(({ count }) => count));
  return (
    <section className={styles.instead} aria-label={words.fallout.instead}>
      <header className={styles.insteadHead}>
        <strong>{words.fallout.insteadOf(name(step - 1), name(step))}</strong>
        <Choice
          label={words.by}
          value={dimension}
          isFixed={isFixed}
          options={[...new Set([dimension, ...DIMENSIONS])].map((id) => ({
            value: id,
            label: names.dimension(id),
          }))}
          onChange={(next) => onQuery(askInstead(step, next))}
        />
        {!isFixed && (
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={words.close}
            onClick={() => onQuery(askInstead(undefined))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )}
      </header>
      <ol className={styles.insteadList}>
        {values.map(({ value, count }) => {
          const title = value === '' ? words.fallout.nothingMore : names.value(dimension, value);
          const touch = dimension === 'event' ? { event: value } : { dimension, text: { anyOf: [value] } };
          const isStep = value !== '' && !isFixed;
          return (
            <li key={value} style={{ '--share': count / most } as CSSProperties}>
              <span className={styles.insteadBar} aria-hidden />
              <span
                className={styles.insteadName}
                title={value === '' ? undefined : names.whole(dimension, value)}
              >
                {title}
              </span>
              <span className="number">
                <OpenNumber
                  opened={{
                    name: title,
                    value: format.number(count),
                    ...(value === '' ? {} : { filter: { dimension, value } }),
                    more: isStep
                      ? [{ label: words.fallout.asStep, onClick: () => onQuery(insertStep(step, touch)) }]
                      : [],
                  }}
                  onOpen={onOpen}
                />{' '}
                <span className="dimmed">{format.percent(sum > 0 ? count / sum : null, 0)}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
