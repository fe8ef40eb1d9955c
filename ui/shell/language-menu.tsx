import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { LANGUAGES, type Language } from '../language/language.ts';
import { useSpeech } from '../language/speech.tsx';

const CHOICES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));

/** Changes the language of the interface. */
export function LanguageMenu(): ReactNode {
  const { language, words, change } = useSpeech();
  return (
    <NativeSelect
      size="xs"
      w={{ base: 88, sm: 104 }}
      aria-label={words.shell.language}
      data={CHOICES}
      value={language}
      onChange={(event) => change(event.currentTarget.value as Language)}
    />
  );
}
