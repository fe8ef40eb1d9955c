import { NativeSelect, TextInput } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Filter } from '../api-types.ts';
import styles from './setup.module.css';

// What chooses several values weighs as much as a page does.
const TextValues = lazy(async () => ({ default: (await import('./text-values.tsx')).TextValues }));

type TextTest = Extract<Filter, { text: unknown }>['text'];
const OPERATORS = ['anyOf', 'noneOf', 'contains', 'lacks', 'starts', 'ends', 'like'] as const;
type Operator = (typeof OPERATORS)[number];

/** A test of a text: an operator and its value or values. */
export function TextTestField(props: {
  readonly dimension: string | undefined;
  readonly test: TextTest;
  readonly isFixed: boolean;
  readonly onChange: (test: TextTest) => void;
}): ReactNode {
  const words = useWords().setup;
  const { dimension, test, isFixed, onChange } = props;
  const { operator, values } = readTest(test);
  const isMany = operator === 'anyOf' || operator === 'noneOf';
  return (
    <>
      <NativeSelect
        size="xs"
        w={132}
        aria-label={words.test}
        disabled={isFixed}
        data={OPERATORS.map((value) => ({ value, label: words.operators[value] }))}
        value={operator}
        onChange={(event) => onChange(testOf(event.currentTarget.value as Operator, values, test))}
      />
      {isMany ? (
        <Suspense>
          <TextValues
            dimension={dimension}
            values={values}
            isFixed={isFixed}
            onChange={(next) => onChange(testOf(operator, next, test))}
          />
        </Suspense>
      ) : (
        <TextInput
          size="xs"
          className={styles.grow ?? ''}
          aria-label={words.values}
          readOnly={isFixed}
          value={values[0] ?? ''}
          onChange={(event) => onChange(testOf(operator, [event.currentTarget.value], test))}
        />
      )}
    </>
  );
}

/** Operator and values; `is` and `isNot` are one of a list. */
function readTest(test: TextTest): { operator: Operator; values: string[] } {
  if (test.is !== undefined) return { operator: 'anyOf', values: [test.is] };
  if (test.isNot !== undefined) return { operator: 'noneOf', values: [test.isNot] };
  const operator = OPERATORS.find((each) => test[each] !== undefined) ?? 'anyOf';
  return { operator, values: [test[operator] ?? []].flat() };
}

function testOf(operator: Operator, values: string[], { ignoreCase }: TextTest): TextTest {
  const isMany = operator === 'anyOf' || operator === 'noneOf';
  const wanted = isMany ? values : (values[0] ?? '');
  return { [operator]: wanted, ...(ignoreCase ? { ignoreCase } : {}) };
}
