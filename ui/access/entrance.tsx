import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Activity, lazy, type ReactNode, Suspense } from 'react';
import { Failure } from '../parts/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { Door } from './door.tsx';
import { standingQuery } from './queries.ts';
import { HolderContext, useHolder } from './use-holder.ts';

/** Whoever is in does not load the way in. */
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }));
const Unclaimed = lazy(async () => ({ default: (await import('./unclaimed.tsx')).Unclaimed }));

const WAITING = (
  <Center h="100vh">
    <Loader size="sm" />
  </Center>
);
/** Pages for whoever has a link with a secret. */
const FOR_ALL = ['/link', '/shared'];

/**
 * Whoever opens a page: the interface for those who are signed in, the way in for the others. When a session ends under an
 * open page, what was worked on waits behind the way in, unseen, for whoever it belongs to.
 */
export function Entrance(): ReactNode {
  const isLink = useRouterState({ select: (state) => FOR_ALL.includes(state.location.pathname) });
  const standing = useQuery(standingQuery);
  const holder = useHolder(standing.data);
  if (isLink) return <Outlet />;
  if (standing.isError && !standing.data)
    return (
      <Door title="Rapport">
        <Failure error={standing.error} retry={() => void standing.refetch()} />
      </Door>
    );
  const { state, me } = standing.data ?? {};
  if (state === undefined) return WAITING;
  const isIn = state === 'signed-in' && me?.user.id === holder?.user.id;
  return (
    <>
      {holder && (
        <Activity mode={isIn ? 'visible' : 'hidden'}>
          <HolderContext value={holder}>
            <Shell key={holder.user.id} />
          </HolderContext>
        </Activity>
      )}
      {!isIn && (
        <Suspense fallback={WAITING}>
          {state === 'unclaimed' && <Unclaimed />}
          {state === 'signed-out' && <SignIn holder={holder?.user} />}
          {state === 'signed-in' && WAITING}
        </Suspense>
      )}
    </>
  );
}
