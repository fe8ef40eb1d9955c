import { ActionIcon } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { CSSProperties, ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useFormat } from '../../../language/use-format.ts';
import { OpenNumber } from '../../diagrams/open-number.tsx';
import { TouchPicker } from '../../diagrams/touch-picker.tsx';
import { insertStep, STEPS_MAX } from './change.ts';
import styles from './fallout.module.css';
import type { Base, FalloutProps } from './query.ts';
import { shareOf, useOpened } from './step-column.tsx';

/** Between two steps: how much falls out, as a slope and a number that opens, and "+" for a step between. */
export function Gap(
  props: FalloutProps & { readonly index: number; readonly base: Base; readonly groups: readonly string[] },
): ReactNode {
  const words = useWords().diagrams.fallout;
  const format = useFormat();
  const opened = useOpened(props);
  const { index, base, answer, isFixed, onQuery, onOpen, asked } = props;
  const steps = answer.groups[0]?.steps ?? [];
  const [here, next] = [shareOf(steps[index], base), shareOf(steps[index + 1], base)];
  const isFull = steps.length >= STEPS_MAX;
  const lost = steps[index + 1]?.shareOfPrevious;
  return (
    <div className={styles.gap} data-last={steps[index + 1] === undefined}>
      {next !== null && here !== null && (
        <span
          className={styles.slope}
          aria-hidden
          style={{ '--from': 1 - here, '--to': 1 - next } as CSSProperties}
        />
      )}
      {!isFixed && (
        <TouchPicker
          label={words.add}
          range={asked.range}
          onPick={(touch) => onQuery(insertStep(index + 1, touch))}
          target={
            <ActionIcon
              size={24}
              radius="xl"
              variant="default"
              className={styles.plus}
              aria-label={words.addAfter(index + 1)}
              disabled={isFull}
              title={isFull ? words.full(STEPS_MAX) : words.add}
            >
              <IconPlus size={14} aria-hidden />
            </ActionIcon>
          }
        />
      )}
      {lost !== null && lost !== undefined && (
        <OpenNumber opened={opened(0, 'fell-out')} onOpen={onOpen} className={styles.lost}>
          ▼ {format.percent(1 - lost, 0)}
        </OpenNumber>
      )}
    </div>
  );
}
