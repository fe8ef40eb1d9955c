import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from '../conditions.module.css';
import { useIsFaulty, useIsReadOnly } from '../editor-context.ts';

/** Something to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Choices under a heading. */
export interface ChoiceGroup {
  readonly group: string;
  readonly items: readonly Choice[];
}

/** A small choice within a sentence. What is chosen stays a choice though it is not among those offered. */
export function SmallChoice(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (Choice | ChoiceGroup)[];
  readonly onChange: (value: string) => void;
  readonly at?: string;
  readonly isStrong?: boolean;
}): ReactNode {
  const { value, choices } = props;
  const isReadOnly = useIsReadOnly();
  const isFaulty = useIsFaulty(props.at);
  const isKnown = choices.some((each) =>
    'group' in each ? each.items.some((item) => item.value === value) : each.value === value,
  );
  const data = choices.map((each) =>
    'group' in each ? { group: each.group, items: [...each.items] } : { ...each },
  );
  return (
    <NativeSelect
      size="xs"
      aria-label={props.label}
      className={styles.choice}
      data-strong={props.isStrong}
      error={isFaulty}
      disabled={isReadOnly}
      value={value}
      data={isKnown ? data : [...data, { value, label: value }]}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
