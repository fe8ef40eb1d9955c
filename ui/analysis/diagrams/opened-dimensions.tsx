import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useModel, useNames } from '../model/use-names.ts';
import { optionsOf } from '../pick/options.ts';

/** What the field is given. */
export interface DimensionProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (dimension: string) => void;
  /** Leaves out steps of time, which name no behaviour. */
  readonly isWithoutTime?: boolean;
  readonly isFixed?: boolean;
  /** It stands alone in a dialog: it has the focus, and its list may reach beyond. */
  readonly isInDialog?: boolean;
}

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
