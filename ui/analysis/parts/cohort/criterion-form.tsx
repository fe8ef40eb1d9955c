import '@mantine/core/styles/NumberInput.css';
import { Button, NativeSelect, NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { useNames } from '../../model/use-names.ts';
import styles from './cohort.module.css';
import type { Criterion } from './query.ts';

const TESTS = ['above', 'atLeast', 'is', 'atMost', 'below'] as const;
type Test = (typeof TESTS)[number];

/** Changes what a metric must be, or takes the criterion out. */
export function CriterionForm(props: {
  readonly criterion: Criterion;
  readonly onChange: (criterion: Criterion) => void;
  readonly onRemove: (() => void) | undefined;
  readonly close: () => void;
}): ReactNode {
  const words = useWords().diagrams;
  const names = useNames();
  const { criterion, onChange, onRemove, close } = props;
  const [given] = Object.entries(criterion.number ?? { above: 0 }) as [string, number][];
  const [test, setTest] = useState<Test>((given?.[0] as Test) ?? 'above');
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
        <NativeSelect
          size="xs"
          w={128}
          aria-label={words.test}
          data={TESTS.map((each) => ({ value: each, label: words.tests[each] }))}
          value={test}
          onChange={(event) => setTest(event.currentTarget.value as Test)}
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
