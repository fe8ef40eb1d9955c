import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { NativeSelect, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Filter } from '../api-types.ts';
import { valuesQuery } from '../diagrams/values.ts';
import styles from './setup.module.css';

type TextTest = Extract<Filter, { text: unknown }>['text'];
const OPERATORS = ['anyOf', 'noneOf', 'contains', 'lacks', 'starts', 'ends', 'like'] as const;
type Operator = (typeof OPERATORS)[number];

const RANGE = { last: '90d' } as const;

/** A test of a text: an operator and its values, with the values that there are to choose from. */
export function TextTestField(props: {
  readonly dimension: string | undefined;
  readonly test: TextTest;
  readonly isFixed: boolean;
  readonly onChange: (test: TextTest) => void;
}): ReactNode {
  const words = useWords().setup;
  const { dimension, test, isFixed, onChange } = props;
  const [isAsked, setAsked] = useState(false);
  const { data } = useQuery({
    ...valuesQuery(dimension ?? '', RANGE, ''),
    enabled: isAsked && dimension !== undefined,
  });
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
      <TagsInput
        size="xs"
        className={styles.grow ?? ''}
        aria-label={words.values}
        readOnly={isFixed}
        maxTags={isMany ? 1_000 : 1}
        placeholder={values.length === 0 ? words.values : ''}
        data={data?.map(({ value }) => value) ?? []}
        value={values}
        acceptValueOnBlur
        onFocus={() => setAsked(true)}
        onChange={(next) => onChange(testOf(operator, next, test))}
      />
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
