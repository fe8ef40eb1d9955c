import { TextInput } from '@mantine/core';
import { IconSelector } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useNames } from '../model/use-names.ts';
import type { DimensionProps } from './opened-dimensions.tsx';

const OpenedDimensions = lazy(async () => ({
  default: (await import('./opened-dimensions.tsx')).OpenedDimensions,
}));

/**
 * A field that takes a dimension, with a search. For popovers and forms; a picture uses `Pick`. Its list is loaded when the
 * field gets the focus.
 */
export function DimensionSelect(props: DimensionProps): ReactNode {
  const names = useNames();
  const [isUsed, setUsed] = useState(props.isInDialog ?? false);
  const { label, value, isFixed = false } = props;
  const closed = (
    <TextInput
      size="xs"
      label={label}
      readOnly
      value={value === null ? '' : names.dimension(value)}
      rightSection={isFixed ? undefined : <IconSelector size={14} aria-hidden />}
      onFocus={() => !isFixed && setUsed(true)}
    />
  );
  if (!isUsed) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenedDimensions {...props} />
    </Suspense>
  );
}
