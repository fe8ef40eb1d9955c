import { ActionIcon } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { DimensionSelect } from '../../diagrams/dimension-select.tsx';
import { TextTestField } from '../text-test.tsx';
import styles from './channels.module.css';
import type { Rule } from './queries.ts';

/** The tests of a rule. */
export function RuleTests(props: {
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
