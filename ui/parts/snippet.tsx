import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import styles from './snippet.module.css';

/** Code to copy. */
export function Snippet(props: {
  readonly code: string;
  readonly label: string;
  /** Takes the room that there is rather than some lines. */
  readonly isTall?: boolean;
}): ReactNode {
  const { code, label, isTall = false } = props;
  const words = useWords().shell;
  return (
    <div className={styles.snippet}>
      {/* What scrolls must be reachable by keyboard. */}
      <section
        className={styles.code}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody can scroll by keyboard (axe: scrollable-region-focusable).
        tabIndex={0}
        aria-label={label}
        style={isTall ? { maxHeight: '75vh' } : {}}
      >
        <pre>{code}</pre>
      </section>
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <Button
            size="compact-xs"
            variant="default"
            className={styles.copy}
            leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
            onClick={copy}
          >
            {copied ? words.copied : words.copy}
          </Button>
        )}
      </CopyButton>
    </div>
  );
}
