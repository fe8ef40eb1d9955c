import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../language/speech.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Snippet } from '../../parts/snippet.tsx';

/** A link that is shown this once, to be handed over. */
export function LinkDialog(props: { readonly path: string; readonly onClose: () => void }): ReactNode {
  const words = useWords();
  const text = words.settings.users;
  return (
    <Dialog onClose={props.onClose} title={text.linkTitle}>
      <Text size="sm" mb={8}>
        {text.linkWhy}
      </Text>
      <Snippet code={`${window.location.origin}${props.path}`} label={text.linkTitle} />
    </Dialog>
  );
}
