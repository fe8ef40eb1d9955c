import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import { DimensionSelect } from '../../diagrams/dimension-select.tsx';
import type { Derived, Field } from './kinds.ts';

/** A field that holds no other value: a dimension, a text, a whole number, one of some choices. */
export function PlainField(props: {
  readonly field: Field;
  readonly value: Derived;
  readonly label: string;
  readonly isFixed: boolean;
  readonly onChange: (value: unknown) => void;
}): ReactNode {
  const words = useWords().setup;
  const { field, value, label, isFixed, onChange } = props;
  const present = value[field.key];
  const choices: Readonly<Record<string, string>> = words.dimensions.choices;
  switch (field.takes) {
    case 'dimension':
      return (
        <DimensionSelect
          label={words.dimension}
          value={String(present ?? '')}
          isFixed={isFixed}
          onChange={onChange}
        />
      );
    case 'integer':
      return (
        <TextInput
          type="number"
          step={1}
          size="xs"
          w={120}
          label={label}
          readOnly={isFixed}
          value={Number(present ?? 1)}
          onChange={(event) => onChange(event.currentTarget.valueAsNumber || 0)}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          size="xs"
          w={180}
          label={label}
          disabled={isFixed}
          data={(field.choices ?? []).map((each) => ({ value: each, label: choices[each] ?? each }))}
          value={String(present)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          size="xs"
          label={label}
          readOnly={isFixed}
          value={String(present ?? '')}
          onChange={({ currentTarget }) =>
            onChange(field.isOptional && currentTarget.value === '' ? undefined : currentTarget.value)
          }
        />
      );
  }
}
