import { type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Asked } from '../document.ts';
import { queryWith } from '../inherit.ts';
import { learnNames } from '../model/value-names.ts';
import { type Answered, ask } from '../queries.ts';

/** An answer beside the query that it answers, so that what is drawn fits together while the next one comes. */
export interface Drawn extends Answered {
  readonly query: Record<string, unknown>;
  readonly asked: Asked;
}

/** Answers that are there already, by `panel/part`: those of a shared view. Nothing is asked then. */
export const GivenAnswers = createContext<Readonly<Record<string, unknown>> | undefined>(undefined);

/** The answer of a part, and the key by which its question can be cancelled. */
export function useAnswer(order: {
  /** `panel/part` */
  readonly key: string;
  readonly question: string;
  readonly query: Record<string, unknown>;
  readonly asked: Asked;
  readonly isReady: boolean;
}): { readonly result: UseQueryResult<Drawn>; readonly queryKey: QueryKey } {
  const given = use(GivenAnswers);
  const { key, question, query, asked } = order;
  const whole = queryWith(query, asked);
  const queryKey = ['analysis', 'answer', question, given ? key : whole];
  const result = useQuery({
    queryKey,
    queryFn: async ({ client, signal }): Promise<Drawn> => {
      const answered = given ? answeredIn(given, key) : await ask(client, question, whole, signal);
      if (given) learnNames(client, answered.names);
      return { ...answered, query, asked };
    },
    enabled: order.isReady,
    // Comparing thousands of rows with those before costs more than drawing those in view.
    structuralSharing: false,
  });
  return { result, queryKey };
}

function answeredIn(given: Readonly<Record<string, unknown>>, key: string): Answered {
  const found = given[key] as (Partial<Answered> & { problem?: { message: string } }) | undefined;
  if (found?.answer === undefined || !found.about) throw new Error(found?.problem?.message ?? key);
  return found as Answered;
}
