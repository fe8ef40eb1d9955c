import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useWords } from '../language/speech.tsx';
import { standingQuery } from './queries.ts';
import { Refused } from './refused.tsx';

/** Signing in at the identity provider, if there is one, and why the last try there let nobody in. */
export function Elsewhere(props: {
  /** In another tab, for something waits in this one. */
  readonly isBeside?: boolean;
}): ReactNode {
  const words = useWords().access;
  const elsewhere = useQuery(standingQuery).data?.elsewhere;
  if (!elsewhere) return null;
  const { pathname, search } = window.location;
  const problem = new URLSearchParams(search).get('problem');
  const to = encodeURIComponent(problem === null ? pathname + search : pathname);
  return (
    <>
      {problem !== null && (
        <Refused
          error={new ApiProblem(401, problem, '')}
          instead={words.refused['access.provider-refused']}
        />
      )}
      <Button
        component="a"
        variant="default"
        href={`${elsewhere.path}?to=${to}`}
        {...(props.isBeside ? { target: '_blank' } : {})}
      >
        {words.signInWith(elsewhere.title)}
      </Button>
    </>
  );
}
