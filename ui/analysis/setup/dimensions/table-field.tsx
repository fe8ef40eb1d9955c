import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { listQuery, standingQuery } from '../definitions.ts';
import type { LookupDoc } from '../lookups/document.ts';

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
  const known = data?.map(({ id, name }) => ({ value: id, label: name ?? id })) ?? [];
  const isKnown = known.some((each) => each.value === value);
  return (
    <NativeSelect
      size="xs"
      w={220}
      label={label}
      description={data?.length === 0 ? words.none.lookups : undefined}
      disabled={isFixed}
      data={isKnown ? known : [{ value, label: value }, ...known]}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

/** Which text of a lookup is found, where it has several; the first unless said. */
export function ColumnField(props: {
  readonly label: string;
  /** The id of the lookup. */
  readonly table: string;
  readonly value: string | undefined;
  readonly isFixed: boolean;
  readonly onChange: (column: string | undefined) => void;
}): ReactNode {
  const { label, table, value, isFixed, onChange } = props;
  const { data } = useQuery({ ...standingQuery('lookup', table), enabled: table !== '' });
  const columns = (data?.document as LookupDoc | undefined)?.columns ?? [];
  const [first, ...others] = columns;
  if (first === undefined && value === undefined) return null;
  return (
    <NativeSelect
      size="xs"
      w={220}
      label={label}
      disabled={isFixed}
      data={value === undefined || columns.includes(value) ? [first ?? '', ...others] : [value, ...columns]}
      value={value ?? first ?? ''}
      onChange={({ currentTarget: { value: next } }) => onChange(next === first ? undefined : next)}
    />
  );
}
