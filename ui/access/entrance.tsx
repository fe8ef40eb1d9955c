import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Failure } from '../parts/failure.tsx';
import { Shell } from '../shell/shell.tsx';
import { Door } from './door.tsx';
import { standingQuery } from './queries.ts';
import { SignIn } from './sign-in.tsx';
import { Unclaimed } from './unclaimed.tsx';

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
      return (
        <Center h="100vh">
          <Loader size="sm" />
        </Center>
      );
    case 'unclaimed':
      return <Unclaimed />;
    case 'signed-out':
      return <SignIn />;
    case 'signed-in':
      return <Shell />;
  }
}
