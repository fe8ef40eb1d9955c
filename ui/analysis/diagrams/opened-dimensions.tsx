import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useModel, useNames } from '../model/use-names.ts';
import { optionsOf } from '../pick/options.ts';
import type { DimensionProps } from './dimension-select.tsx';

/** The list of dimensions of a field, which it takes the place of; those most used first. */
export function OpenedDimensions(props: DimensionProps): ReactNode {
  const model = useModel();
  const names = useNames();
  const { value, isWithoutTime = true, isInDialog = false } = props;
  const data = useMemo(() => {
    const timed = new Set(model.dimensions.filter(({ type }) => type === 'time').map(({ id }) => id));
    const all = optionsOf('dimension', model, names, '')
      .map(({ component, label }) => ({ value: (component as { id: string }).id, label }))
      .filter((option) => !isWithoutTime || !timed.has(option.value));
    const isKnown = value === null || all.some((option) => option.value === value);
    return isKnown ? all : [{ value, label: names.dimension(value) }, ...all];
  }, [model, names, value, isWithoutTime]);
  return (
    <Select
      size="xs"
      searchable
      allowDeselect={false}
      label={props.label}
      autoFocus
      data={data}
      value={value}
      comboboxProps={{ withinPortal: isInDialog }}
      {...(isInDialog ? { 'data-autofocus': true } : {})}
      onChange={(next) => next !== null && props.onChange(next)}
    />
  );
}
