import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';

/** The number of a person, to hand on in a ticket. */
export function CopyId({ id }: { readonly id: number }): ReactNode {
  const words = useWords();
  return (
    <>
      <span className="mono">{id}</span>{' '}
      <CopyButton value={String(id)}>
        {({ copied, copy }) => (
          <ActionIcon
            size={24}
            variant="subtle"
            onClick={copy}
            aria-label={copied ? words.shell.copied : words.people.person.copyId}
          >
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </>
  );
}
