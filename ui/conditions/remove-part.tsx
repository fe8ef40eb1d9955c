import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useEditor } from './editor-context.ts';
import { remove } from './model/moves.ts';

/** Takes a part out of its condition; nothing where the condition is only looked at. */
export function RemovePart({ id, label }: { readonly id: string; readonly label: string }): ReactNode {
  const words = useWords().conditions;
  const { act, isReadOnly } = useEditor();
  if (isReadOnly) return null;
  return (
    <ActionIcon
      size={24}
      variant="subtle"
      color="gray"
      aria-label={`${words.menu.remove}: ${label}`}
      title={words.menu.remove}
      onClick={() => act((root) => remove(root, id), words.removed)}
    >
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}
