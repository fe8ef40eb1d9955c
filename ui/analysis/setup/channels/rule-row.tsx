import { ActionIcon, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Choice } from '../../diagrams/choice.tsx';
import { testText } from '../../diagrams/touch-text.ts';
import { withField } from '../../diagrams/with-field.ts';
import { useNames } from '../../model/use-names.ts';
import styles from './channels.module.css';
import type { Rule } from './queries.ts';

const RuleTests = lazy(async () => ({ default: (await import('./rule-tests.tsx')).RuleTests }));

/** A rule: its channel, its tests, on which events it counts, and its place, by drag or by buttons. */
export function RuleRow(props: {
  readonly index: number;
  readonly count: number;
  readonly rule: Rule;
  readonly channels: readonly string[];
  readonly isFixed: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
  readonly onDrag: (index: number | undefined) => void;
  readonly onDrop: () => void;
}): ReactNode {
  const words = useWords().setup;
  const { index, count, rule, isFixed, onChange, onMove, onRemove, onDrag, onDrop } = props;
  const names = useNames();
  // A rule that was just added has nothing to say yet.
  const [isOpen, setOpen] = useState(rule.when.some(({ text }) => text.anyOf?.length === 0));
  const name = `${index + 1}. ${rule.channel}`;
  return (
    // Buttons in the row move it too.
    <li
      className={styles.rule}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <span className={styles.head}>
        {!isFixed && (
          <span
            className={styles.grip}
            draggable
            aria-hidden
            onDragStart={() => onDrag(index)}
            onDragEnd={() => onDrag(undefined)}
          >
            <IconGripVertical size={16} />
          </span>
        )}
        <span className={styles.ordinal}>{index + 1}.</span>
        <ChannelField {...props} />
        <Choice
          label={words.channels.on}
          value={rule.on ?? 'session-start'}
          isFixed={isFixed}
          options={[
            { value: 'session-start', label: words.channels.start },
            { value: 'any', label: words.channels.any },
          ]}
          onChange={(on) => onChange(withField(rule, 'on', on === 'any' ? on : undefined))}
        />
        {!isFixed && (
          <span className={styles.acts}>
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={words.up(name)}
              disabled={index === 0}
              onClick={() => onMove(index, index - 1)}
            >
              <IconArrowUp size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={words.down(name)}
              disabled={index === count - 1}
              onClick={() => onMove(index, index + 1)}
            >
              <IconArrowDown size={14} aria-hidden />
            </ActionIcon>
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={words.remove(name)}
              disabled={count === 1}
              onClick={onRemove}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </span>
        )}
      </span>
      {isOpen ? (
        <Suspense fallback={<div className={styles.summary} />}>
          <RuleTests rule={rule} isFixed={isFixed} onChange={onChange} />
        </Suspense>
      ) : (
        <button type="button" className={styles.summary} onClick={() => setOpen(true)}>
          {rule.when.length === 0
            ? words.channels.everything
            : rule.when
                .map(
                  ({ dimension, text }) =>
                    `${names.dimension(dimension)}: ${testText(text, (value) => names.value(dimension, value))}`,
                )
                .join(` ${words.channels.and} `)}
        </button>
      )}
    </li>
  );
}

/** Names the channel: one that there is, or a new one. */
function ChannelField(props: {
  readonly rule: Rule;
  readonly channels: readonly string[];
  readonly isFixed: boolean;
  readonly onChange: (rule: Rule) => void;
}): ReactNode {
  const words = useWords().setup.channels;
  const list = useId();
  const { rule, channels, isFixed, onChange } = props;
  return (
    <>
      <TextInput
        size="xs"
        w={170}
        aria-label={words.channel}
        readOnly={isFixed}
        list={list}
        value={rule.channel}
        onChange={(event) => onChange({ ...rule, channel: event.currentTarget.value })}
      />
      <datalist id={list}>
        {channels.map((channel) => (
          <option key={channel} value={channel} />
        ))}
      </datalist>
    </>
  );
}
