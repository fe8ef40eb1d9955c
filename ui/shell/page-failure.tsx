import { type ReactNode, useEffect } from 'react';
import { ApiProblem } from '../api/problem.ts';
import { isServerThere } from '../api/server-there.ts';
import { useWords } from '../language/speech.tsx';
import { Failure } from '../parts/failure.tsx';
import { Page } from '../parts/page.tsx';

const ASK_MS = 5_000;

/** A page whose code could not be loaded, or that made a mistake. What the server could not give is asked for until it can. */
export function PageFailure({ error }: { readonly error: unknown }): ReactNode {
  const words = useWords().shell.states;
  const isAway = error instanceof ApiProblem && error.status === 0;
  const reload = async (): Promise<void> => {
    if (await isServerThere()) location.reload();
  };
  useEffect(() => {
    if (!isAway) return;
    const timer = setInterval(() => void reload(), ASK_MS);
    return () => clearInterval(timer);
  });
  return (
    <Page title={words.failed}>
      <Failure error={error} retry={() => void reload()} />
    </Page>
  );
}
