import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { Texts, Words } from './dictionaries.ts';
import { createFormat, type Format } from './format.ts';
import type { Language } from './language.ts';
import { keepLanguage } from './preferred-language.ts';

interface Speech {
  readonly language: Language;
  readonly words: Words;
  change(language: Language): void;
  /** The formats of a time zone and a currency, made once: a workspace writes figures in hundreds of places. */
  formatFor(timeZone: string, currency: string): Format;
}

const SpeechContext = createContext<Speech | undefined>(undefined);

/** Gives the texts to everything below; they are loaded before the first page shows. */
export function SpeechProvider(props: {
  readonly texts: Texts;
  readonly first: Language;
  readonly firstWords: Words;
  readonly children: ReactNode;
}): ReactNode {
  const [{ language, words }, set] = useState({ language: props.first, words: props.firstWords });
  const { texts } = props;
  const change = useCallback(
    (wanted: Language) => {
      keepLanguage(wanted);
      void texts.load(wanted).then((loaded) => set({ language: wanted, words: loaded }));
    },
    [texts],
  );
  // Screen readers and the glyphs of Chinese follow the language of the document.
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const formatFor = useMemo(() => {
    const made = new Map<string, Format>();
    return (timeZone: string, currency: string): Format => {
      const key = `${timeZone} ${currency}`;
      const format = made.get(key) ?? createFormat({ language, timeZone, currency });
      made.set(key, format);
      return format;
    };
  }, [language]);
  const speech = useMemo(
    () => ({ language, words, change, formatFor }),
    [language, words, change, formatFor],
  );
  return <SpeechContext value={speech}>{props.children}</SpeechContext>;
}

/** The language, its texts, and how to change it. */
export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('useSpeech outside of SpeechProvider');
  return speech;
}

/** The texts of the interface in the language of the reader. */
export function useWords(): Words {
  return useSpeech().words;
}
