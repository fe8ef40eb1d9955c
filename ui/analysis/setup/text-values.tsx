import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import { valuesQuery } from '../diagrams/values.ts';
import { useNames } from '../model/use-names.ts';
import styles from './setup.module.css';

const RANGE = { last: '90d' } as const;
const VALUES_MAX = 1_000;

/** Several values of a dimension, with those that there are to choose from. */
export function TextValues(props: {
  readonly dimension: string | undefined;
  readonly values: string[];
  readonly isFixed: boolean;
  readonly onChange: (values: string[]) => void;
}): ReactNode {
  const words = useWords().setup;
  const { dimension, values, isFixed, onChange } = props;
  const names = useNames();
  const [isAsked, setAsked] = useState(false);
  const { data } = useQuery({
    ...valuesQuery(dimension ?? '', RANGE, ''),
    enabled: isAsked && dimension !== undefined,
  });
  return (
    <TagsInput
      size="xs"
      className={styles.grow ?? ''}
      aria-label={words.values}
      readOnly={isFixed}
      maxTags={VALUES_MAX}
      placeholder={values.length === 0 ? words.values : ''}
      data={data?.map(({ value }) => value) ?? []}
      // What is kept is the id; the list says what it is called.
      renderOption={({ option: { value } }) => names.whole(dimension ?? '', value)}
      value={values}
      acceptValueOnBlur
      onFocus={() => setAsked(true)}
      onChange={onChange}
    />
  );
}
