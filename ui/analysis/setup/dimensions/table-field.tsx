import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { listQuery } from '../definitions.ts';

/** The lookup in which a value is looked up: one of those that were set up. */
export function TableField(props: {
  readonly label: string;
  readonly value: string;
  readonly isFixed: boolean;
  readonly onChange: (table: string) => void;
}): ReactNode {
  const words = useWords().setup;
  const { data } = useQuery(listQuery('lookup'));
  const { label, value, isFixed, onChange } = props;
  const known = data?.map(({ id }) => id) ?? [];
  return (
    <NativeSelect
      size="xs"
      w={220}
      label={label}
      description={data?.length === 0 ? words.none.lookups : undefined}
      disabled={isFixed}
      data={known.includes(value) ? known : [value, ...known]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
