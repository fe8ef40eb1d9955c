import '@mantine/core/styles/Progress.css';
import { Progress } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../language/speech.tsx';
import { useFormat } from '../language/use-format.ts';
import { Chip, type Tone } from '../parts/chip.tsx';
import styles from './audiences.module.css';
import type { Audience } from './queries.ts';

const TONES: Readonly<Record<string, Tone>> = { live: 'good', paused: 'warn', draft: 'accent' };

/** Where an audience stands, and how far its past is read when it is not complete. */
export function StateChip({ audience }: { readonly audience: Audience }): ReactNode {
  const words = useWords().audiences;
  const format = useFormat();
  const { state, progress, notBecause } = audience;
  const known: Readonly<Record<string, string>> = words.states;
  if (progress)
    return (
      <span className={styles.filling} title={words.stages[progress.stage]}>
        <Chip tone="accent">{words.filling(format.percent(progress.share, 0))}</Chip>
        <Progress
          value={progress.share * 100}
          size="xs"
          aria-label={`${audience.name}: ${words.stages[progress.stage]}`}
        />
      </span>
    );
  return (
    <Chip tone={TONES[state] ?? 'plain'} {...(notBecause === undefined ? {} : { title: notBecause })}>
      {known[state] ?? state}
    </Chip>
  );
}
