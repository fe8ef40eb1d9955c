import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import { useSpeech } from '../../language/speech.tsx';
import { useFormat } from '../../language/use-format.ts';
import { type Names, namesOf } from './names.ts';
import { type Model, modelQuery, NO_MODEL } from './queries.ts';
import { type KnownNames, knownNamesQuery } from './value-names.ts';

/** Set where nothing may be asked, as in a shared view: what is known then. */
export const GivenModel = createContext<Model | undefined>(undefined);

const NOTHING_CALLED: KnownNames = {};

/** What can be asked about; empty until it is loaded. */
export function useModel(): Model {
  const given = use(GivenModel);
  const { data } = useQuery({ ...modelQuery, enabled: given === undefined });
  return given ?? data ?? NO_MODEL;
}

/** Titles and values in the language of the reader. */
export function useNames(): Names {
  const model = useModel();
  const { language, words } = useSpeech();
  const format = useFormat();
  const { data: called = NOTHING_CALLED } = useQuery(knownNamesQuery);
  return useMemo(
    () => namesOf(model, called, { language, words, format }),
    [model, called, language, words, format],
  );
}
