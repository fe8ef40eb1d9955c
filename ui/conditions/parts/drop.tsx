import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { useIsReadOnly } from '../editor-context.ts';

/** Takes something out of a part. */
export function Drop(props: { readonly label: string; readonly onDrop: () => void }): ReactNode {
  const words = useWords().conditions;
  const isReadOnly = useIsReadOnly();
  if (isReadOnly) return null;
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      aria-label={`${words.sequence.drop}: ${props.label}`}
      title={words.sequence.drop}
      onClick={props.onDrop}
    >
      <IconX size={14} aria-hidden />
    </ActionIcon>
  );
}
