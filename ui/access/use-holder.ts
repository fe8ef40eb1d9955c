import { useQueryClient } from '@tanstack/react-query';
import { createContext, useEffect, useState } from 'react';
import { SESSION_KEY } from '../api/query-client.ts';
import type { Me, Standing } from './queries.ts';

/** Whose page is open, for all on it: what she may do stays on it while it waits for her to come in again. */
export const HolderContext = createContext<Me | undefined>(undefined);

/**
 * Whose page is open, also after her session has ended; undefined when she signed out. When somebody else comes in, all that
 * was read for the one before is forgotten first.
 */
export function useHolder(standing: Standing | undefined): Me | undefined {
  const queries = useQueryClient();
  const [holder, setHolder] = useState<Me>();
  const isOut = standing === undefined;
  const me = standing?.me;
  useEffect(() => {
    if (isOut) setHolder(undefined);
    if (!me || me === holder) return;
    if (holder && holder.user.id !== me.user.id)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    setHolder(me);
  }, [isOut, me, holder, queries]);
  return holder;
}
