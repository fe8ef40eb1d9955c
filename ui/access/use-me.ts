import { useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { type Me, type Permission, standingQuery } from './queries.ts';
import { HolderContext } from './use-holder.ts';

/** Who is signed in; undefined for a moment at the start. */
export function useMe(): Me | undefined {
  const holder = use(HolderContext);
  const { data } = useQuery(standingQuery);
  return data?.me ?? holder;
}

/** Tells what the reader may do, so that nothing is offered that would be refused. The server decides. */
export function useMay(): (permission: Permission) => boolean {
  const me = useMe();
  return (permission) => me?.permissions.includes(permission) ?? false;
}
