import { ActionIcon, Autocomplete } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Choice } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { DimensionSelect } from '../../diagrams/dimension-select.tsx';
import { testText } from '../../diagrams/touch-text.ts';
import { withField } from '../../diagrams/with-field.ts';
import { useNames } from '../../model/use-names.ts';
import { TextTestField } from '../text-test.tsx';
import styles from './channels.module.css';
import type { Rule } from './queries.ts';

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
  const { index, count, rule, channels, isFixed, onChange, onMove, onRemove, onDrag, onDrop } = props;
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
        <Autocomplete
          size="xs"
          w={170}
          aria-label={words.channels.channel}
          readOnly={isFixed}
          data={[...channels]}
          value={rule.channel}
          onChange={(channel) => onChange({ ...rule, channel })}
        />
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
        <RuleTests rule={rule} isFixed={isFixed} onChange={onChange} />
      ) : (
        <button type="button" className={styles.summary} onClick={() => setOpen(true)}>
          {rule.when.length === 0
            ? words.channels.everything
            : rule.when
                .map(({ dimension, text }) => `${names.dimension(dimension)}: ${testText(text)}`)
                .join(` ${words.channels.and} `)}
        </button>
      )}
    </li>
  );
}

function RuleTests(props: {
  readonly rule: Rule;
  readonly isFixed: boolean;
  readonly onChange: (rule: Rule) => void;
}): ReactNode {
  const words = useWords().setup;
  const { rule, isFixed, onChange } = props;
  const set = (when: Rule['when']): void => onChange({ ...rule, when });
  return (
    <div className={styles.tests}>
      {rule.when.length === 0 && <span className="dimmed">{words.channels.everything}</span>}
      {rule.when.map((test, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a test is known by its place.
        <div key={i} className={styles.test}>
          <div className={styles.dimension}>
            <DimensionSelect
              label={i === 0 ? words.channels.when : words.channels.and}
              value={test.dimension}
              isFixed={isFixed}
              onChange={(dimension) =>
                set(rule.when.map((each, j) => (i === j ? { ...each, dimension } : each)))
              }
            />
          </div>
          <TextTestField
            dimension={test.dimension}
            test={test.text}
            isFixed={isFixed}
            onChange={(text) => set(rule.when.map((each, j) => (i === j ? { ...each, text } : each)))}
          />
          {!isFixed && (
            <ActionIcon
              size={24}
              variant="subtle"
              color="gray"
              aria-label={words.takeOut}
              onClick={() => set(rule.when.filter((_, j) => j !== i))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {!isFixed && (
        <button
          type="button"
          className={diagrams.choice}
          onClick={() => set([...rule.when, { dimension: 'utm-source', text: { anyOf: [] } }])}
        >
          <IconPlus size={14} aria-hidden /> {words.channels.addTest}
        </button>
      )}
    </div>
  );
}
