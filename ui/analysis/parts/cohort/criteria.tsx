import { Button, NumberInput, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { Said } from '../../diagrams/choice.tsx';
import diagrams from '../../diagrams/diagrams.module.css';
import { PickingPopover } from '../../diagrams/picking-popover.tsx';
import { useNames } from '../../model/use-names.ts';
import { Pick } from '../../pick/pick.tsx';
import styles from './cohort.module.css';
import { criterionText } from './criterion-text.ts';
import type { Criterion } from './query.ts';

const METRICS = ['metric'] as const;
const TESTS = ['above', 'atLeast', 'is', 'atMost', 'below'] as const;
type TestName = (typeof TESTS)[number];

/** Criteria as pills: a click changes one, "+" adds another. */
export function Criteria(props: {
  readonly label: string;
  readonly criteria: Criterion[];
  readonly isFixed: boolean;
  readonly onChange: (criteria: Criterion[]) => void;
}): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const { label, criteria, isFixed, onChange } = props;
  if (isFixed)
    return (
      <Said label={label}>{criteria.map((each) => criterionText(each, names)).join(` ${words.and} `)}</Said>
    );
  return (
    <>
      {criteria.map((criterion, i) => (
        <One
          // biome-ignore lint/suspicious/noArrayIndexKey: the same metric may be tested twice.
          key={i}
          label={i === 0 ? label : words.and}
          criterion={criterion}
          onChange={(next) => onChange(criteria.map((each, j) => (i === j ? next : each)))}
          onRemove={criteria.length > 1 ? () => onChange(criteria.filter((_, j) => j !== i)) : undefined}
        />
      ))}
      <Pick
        kinds={METRICS}
        label={words.cohort.addCriterion(label)}
        onPick={(component) =>
          component.kind === 'metric' && onChange([...criteria, { metric: component.id }])
        }
      >
        {(button) => (
          <button
            type="button"
            className={diagrams.choice}
            aria-label={words.cohort.addCriterion(label)}
            title={words.cohort.addCriterion(label)}
            {...button}
          >
            <IconPlus size={14} aria-hidden />
          </button>
        )}
      </Pick>
    </>
  );
}

function One(props: {
  readonly label: string;
  readonly criterion: Criterion;
  readonly onChange: (criterion: Criterion) => void;
  readonly onRemove: (() => void) | undefined;
}): ReactNode {
  const names = useNames();
  const { label, criterion } = props;
  return (
    <PickingPopover
      label={label}
      button={(button) => (
        <button type="button" className={diagrams.choice} {...button}>
          <span className="dimmed">{label}</span> {criterionText(criterion, names)}
        </button>
      )}
    >
      {(close) => <Test {...props} close={close} />}
    </PickingPopover>
  );
}

function Test(props: {
  readonly criterion: Criterion;
  readonly onChange: (criterion: Criterion) => void;
  readonly onRemove: (() => void) | undefined;
  readonly close: () => void;
}): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const { criterion, onChange, onRemove, close } = props;
  const [given] = Object.entries(criterion.number ?? { above: 0 }) as [string, number][];
  const [test, setTest] = useState<TestName>((given?.[0] as TestName) ?? 'above');
  const [value, setValue] = useState<number | string>(given?.[1] ?? 0);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const { number: _, ...rest } = criterion;
        const isUsual = test === 'above' && Number(value) === 0;
        onChange((isUsual ? rest : { ...rest, number: { [test]: Number(value) } }) as Criterion);
        close();
      }}
    >
      <strong>{'metric' in criterion ? names.metric(criterion.metric) : criterion.formula}</strong>
      <div className={styles.test}>
        <Select
          size="xs"
          w={128}
          aria-label={words.test}
          data={TESTS.map((each) => ({ value: each, label: words.tests[each] }))}
          value={test}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          onChange={(next) => next !== null && setTest(next as TestName)}
        />
        <NumberInput
          size="xs"
          w={96}
          aria-label={words.number}
          value={value}
          onChange={setValue}
          decimalScale={4}
        />
      </div>
      <div className={styles.test}>
        <Button size="xs" type="submit">
          {words.apply}
        </Button>
        {onRemove && (
          <Button size="xs" variant="default" onClick={onRemove}>
            {words.takeOut}
          </Button>
        )}
      </div>
    </form>
  );
}
