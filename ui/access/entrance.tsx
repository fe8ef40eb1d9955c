import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { Failure } from '../parts/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { Door } from './door.tsx';
import { standingQuery } from './queries.ts';

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

/** Whoever opens a page: the interface for those who are signed in, the way in for the others. */
export function Entrance(): ReactNode {
  const isLink = useRouterState({ select: (state) => FOR_ALL.includes(state.location.pathname) });
  const standing = useQuery(standingQuery);
  if (isLink) return <Outlet />;
  if (standing.isError && !standing.data)
    return (
      <Door title="Rapport">
        <Failure error={standing.error} retry={() => void standing.refetch()} />
      </Door>
    );
  switch (standing.data?.state) {
    case undefined:
      return WAITING;
    case 'unclaimed':
      return (
        <Suspense fallback={WAITING}>
          <Unclaimed />
        </Suspense>
      );
    case 'signed-out':
      return (
        <Suspense fallback={WAITING}>
          <SignIn />
        </Suspense>
      );
    case 'signed-in':
      return <Shell />;
  }
}
