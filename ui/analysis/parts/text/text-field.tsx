import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../language/speech.tsx';

const TEXT_MAX = 20_000;

/** The field in which words are written; Escape forgets them, leaving keeps them. */
export function TextField(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
  readonly onForget: () => void;
}): ReactNode {
  const words = useWords().analysis.text;
  return (
    <Textarea
      aria-label={words.title}
      description={words.hint}
      autosize
      minRows={3}
      maxRows={24}
      maxLength={TEXT_MAX}
      value={props.text}
      onChange={(event) => props.onText(event.currentTarget.value)}
      onBlur={props.onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onForget();
      }}
    />
  );
}
