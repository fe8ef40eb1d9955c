import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Condition } from '../../src/core/condition/index.ts';
import { useSpeech } from '../language/speech.tsx';
import { usePurposes } from '../privacy/use-purposes.ts';
import { isUnfinished } from './model/finished.ts';
import { audiencesQuery, speakerQuery, traitsQuery } from './queries.ts';

/** What things are called in the language of the reader. */
export interface Names {
  /** purchases; Quiz Finished; activities for `*` */
  event(name: string): string;
  /** first order date */
  path(path: string): string;
  audience(id: string): string;
  trait(id: string): string;
  /** A condition in plain words; undefined where it cannot be said because something in it is missing or wrong. */
  say(condition: unknown): string | undefined;
}

/** Names and sentences for the reader, with the names that people gave audiences and traits. */
export function useNames(): Names {
  const { language } = useSpeech();
  const { data: audiences } = useQuery(audiencesQuery);
  const { data: traits } = useQuery(traitsQuery);
  const purposes = usePurposes();
  // There is nothing to say before the names are there.
  const { data: speaker } = useQuery({ ...speakerQuery(language), enabled: audiences !== undefined });
  return useMemo(() => {
    const audienceNames = new Map(audiences?.map(({ id, name }) => [id, name]));
    const traitNames = new Map(traits?.map(({ id, name }) => [id, name]));
    const options = {
      language,
      audienceName: (id: string) => audienceNames.get(id),
      traitName: (id: string) => traitNames.get(id),
      // Names of a new workspace stand in the dictionaries, as words within a sentence.
      purposeName: (key: string) => (purposes.isOwn && purposes.find(key) ? purposes.name(key) : undefined),
    };
    return {
      event(name) {
        const said = speaker?.sayNameIn(speaker.words, { event: name }, language) ?? name;
        // Names without words of their own are said in quotation marks; a list shows them as they are.
        return said.includes(name) && name !== '*' ? name : said;
      },
      path: (path) => speaker?.sayNameIn(speaker.words, { path }, language) ?? path,
      audience: (id) => audienceNames.get(id) ?? id,
      trait: (id) => traitNames.get(id) ?? id,
      say(condition) {
        if (!speaker || condition === undefined || isUnfinished(condition)) return undefined;
        try {
          return speaker.sayConditionIn(speaker.words, condition as Condition, options);
        } catch {
          // It is said what the server finds wrong with it; there are no words for what makes no sense.
          return undefined;
        }
      },
    };
  }, [language, audiences, traits, speaker, purposes]);
}
