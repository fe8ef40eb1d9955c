import { ActionIcon, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy, IconEye, IconEyeOff } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/speech.tsx';
import type { Source } from './source.ts';

/** A write key, hidden until somebody wants to see it. */
export function KeyCell({ source }: { readonly source: Source }): ReactNode {
  const words = useWords();
  const text = words.settings.sources;
  const [isShown, setShown] = useState(false);
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}>
      <span className="mono">{isShown ? source.writeKey : '••••••••'}</span>
      <ActionIcon
        size={24}
        variant="subtle"
        aria-label={isShown ? text.hide(source.name) : text.show(source.name)}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? <IconEyeOff size={14} aria-hidden /> : <IconEye size={14} aria-hidden />}
      </ActionIcon>
      <CopyButton value={source.writeKey}>
        {({ copied, copy }) => (
          <ActionIcon
            size={24}
            variant="subtle"
            aria-label={`${copied ? words.shell.copied : words.shell.copy}: ${source.name}`}
            onClick={copy}
          >
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  );
}
