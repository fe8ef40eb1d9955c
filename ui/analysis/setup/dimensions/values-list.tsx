import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';
import styles from './dimensions.module.css';
import type { ValueEditing } from './editor-props.ts';
import type { Derived } from './kinds.ts';

/** Several values, one after the other. */
export function Values(props: {
  readonly Editing: ValueEditing;
  readonly values: readonly Derived[];
  readonly isFixed: boolean;
  readonly onChange: (values: Derived[]) => void;
}): ReactNode {
  const words = useWords().setup;
  const { Editing, values, isFixed, onChange } = props;
  return (
    <div className={styles.stack}>
      {values.map((value, i) => (
        <Editing
          // biome-ignore lint/suspicious/noArrayIndexKey: a value is known by its place.
          key={i}
          label={words.dimensions.value(i + 1)}
          value={value}
          isFixed={isFixed}
          onChange={(next) => onChange(values.map((each, j) => (i === j ? next : each)))}
          onRemove={values.length > 1 ? () => onChange(values.filter((_, j) => j !== i)) : undefined}
        />
      ))}
      {!isFixed && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => onChange([...values, { dimension: 'page' }])}
        >
          {words.dimensions.addValue}
        </Button>
      )}
    </div>
  );
}
