import { NativeSelect, NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Filter } from '../api-types.ts';

/** A test of a number; all that it says must hold. */
export type NumberTest = Extract<Filter, { number: unknown }>['number'];
const SINGLE = ['is', 'isNot', 'above', 'atLeast', 'below', 'atMost'] as const;
const BETWEEN = 'between';

/** A test of a number: an operator and its bound, or the two between which it lies, both included. */
export function NumberTestField(props: {
  readonly test: NumberTest;
  readonly isFixed: boolean;
  readonly onChange: (test: NumberTest) => void;
}): ReactNode {
  const words = useWords().setup;
  const { test, isFixed, onChange } = props;
  const isBetween = test.atLeast !== undefined && test.atMost !== undefined;
  const operator = isBetween ? BETWEEN : (SINGLE.find((each) => test[each] !== undefined) ?? 'is');
  const bound = (isBetween ? test.atLeast : test[operator as (typeof SINGLE)[number]]) ?? 0;
  const input = (label: string, value: number, change: (value: number) => NumberTest): ReactNode => (
    <NumberInput
      size="xs"
      w={110}
      aria-label={label}
      readOnly={isFixed}
      decimalScale={4}
      value={value}
      onChange={(next) => onChange(change(Number(next) || 0))}
    />
  );
  return (
    <>
      <NativeSelect
        size="xs"
        w={150}
        aria-label={words.test}
        disabled={isFixed}
        data={[...SINGLE, BETWEEN].map((value) => ({
          value,
          label: words.numberOperators[value as keyof typeof words.numberOperators],
        }))}
        value={operator}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === BETWEEN ? { atLeast: bound, atMost: bound } : { [value]: bound })
        }
      />
      {isBetween ? (
        <>
          {input(words.lowest, test.atLeast ?? 0, (atLeast) => ({ ...test, atLeast }))}
          {input(words.highest, test.atMost ?? 0, (atMost) => ({ ...test, atMost }))}
        </>
      ) : (
        input(words.bound, bound, (value) => ({ [operator]: value }))
      )}
    </>
  );
}
