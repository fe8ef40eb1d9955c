import { ActionIcon, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import styles from '../conditions.module.css';
import { useIsFaulty, useIsReadOnly } from '../editor-context.ts';
import { useTyped } from './use-typed.ts';

const DAY_CHARACTERS = 10;

/** A day (`2026-05-03`), or where it may be one, an instant (`2026-05-03T10:00:00Z`). */
export function BoundField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
  readonly mayBeInstant?: boolean;
  /** An empty day takes the bound away. */
  readonly mayBeEmpty?: boolean;
  readonly at?: string | undefined;
}): ReactNode {
  const words = useWords().conditions;
  const isReadOnly = useIsReadOnly();
  const isFaulty = useIsFaulty(props.at);
  const { value, mayBeEmpty = false } = props;
  const isInstant = value.length > DAY_CHARACTERS;
  const typed = useTyped<{ readonly text: string }>(
    value,
    (text) => (text === '' && !mayBeEmpty ? undefined : { text }),
    ({ text }) => props.onChange(text === '' ? undefined : text),
  );
  const toggled = isInstant ? value.slice(0, DAY_CHARACTERS) : `${value}T00:00:00Z`;
  return (
    <span className={styles.together}>
      <TextInput
        size="xs"
        type={isInstant ? 'text' : 'date'}
        aria-label={props.label}
        className={isInstant ? styles.instantField : styles.dayField}
        error={isFaulty}
        data-missing={value === '' || undefined}
        disabled={isReadOnly}
        value={typed.text}
        onChange={(event) => typed.type(event.currentTarget.value)}
        onBlur={() => typed.commit()}
        onKeyDown={typed.onKeyDown}
      />
      {props.mayBeInstant && value !== '' && !isReadOnly && (
        <ActionIcon
          size={24}
          variant="subtle"
          color="gray"
          aria-label={isInstant ? words.withoutTime : words.withTime}
          title={isInstant ? words.withoutTime : words.withTime}
          onClick={() => props.onChange(toggled)}
        >
          <IconClock size={14} aria-hidden />
        </ActionIcon>
      )}
    </span>
  );
}
