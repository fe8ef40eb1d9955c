import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { useWords } from '../language/speech.tsx';

/** Why somebody did not get in, in her language where we have words for it. */
export function Refused(props: {
  readonly error: unknown;
  /** Says so where the server has no words for the reader. */
  readonly instead?: string;
}): ReactNode {
  const { error, instead } = props;
  const words = useWords();
  const known: Readonly<Record<string, string>> = words.access.refused;
  const problem = error instanceof ApiProblem ? error : undefined;
  const why = problem ? (known[problem.code] ?? instead ?? problem.message) : String(error);
  return (
    <Alert color="red" variant="outline" role="alert" styles={{ message: { color: 'inherit' } }}>
      {problem?.status === 0 ? words.shell.states.unreachable : why}
    </Alert>
  );
}
