import { useQuery } from '@tanstack/react-query';
import { type Me, type Permission, standingQuery } from './queries.ts';

/** Who is signed in; undefined for a moment at the start. */
export function useMe(): Me | undefined {
  return useQuery(standingQuery).data?.me;
}

/** Tells what the reader may do, so that nothing is offered that would be refused. The server decides. */
export function useMay(): (permission: Permission) => boolean {
  const me = useMe();
  return (permission) => me?.permissions.includes(permission) ?? false;
}
