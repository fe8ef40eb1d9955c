import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { SESSION_KEY } from '../api/query-client.ts';
import type { Me, Standing } from './queries.ts';

/** Whose page is open. */
export type Holder = Me['user'];

/**
 * Whose page is open, also after her session has ended; undefined when she signed out. When somebody else comes in, all that
 * was read for the one before is forgotten first.
 */
export function useHolder(standing: Standing | undefined): Holder | undefined {
  const queries = useQueryClient();
  const [holder, setHolder] = useState<Holder>();
  const isOut = standing === undefined;
  const user = standing?.me?.user;
  useEffect(() => {
    if (isOut) setHolder(undefined);
    if (!user || user === holder) return;
    if (holder && holder.id !== user.id)
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    setHolder(user);
  }, [isOut, user, holder, queries]);
  return holder;
}
